import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";

/** Whether the tests can have a browser; without one they say so and check nothing. */
export const hasChromium = existsSync(CHROMIUM);

export type Browsing = { readonly context: BrowserContext; readonly close: () => Promise<void> };

/** Debian's Chromium with a profile of its own. Throws when it does not start. */
export async function openBrowser(width = 1280, height = 860): Promise<Browsing> {
  const profile = mkdtempSync(join(tmpdir(), "devstore-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM, headless: true, viewport: { width, height },
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  // A first page has its scripts built for it; on a busy machine that takes its time.
  context.setDefaultTimeout(75_000);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}
