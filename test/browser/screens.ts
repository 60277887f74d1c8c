/** The app's screens in a real Chromium: production build, its own database, its own dev store, all on free ports. */
import { createServer } from "node:net";
import { mkdirSync } from "node:fs";
import type { FrameLocator, Page } from "playwright-core";
import type { App } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { seriousIn } from "../devstore/faces/axe.ts";
import { freshDatabase, whereOf } from "../app/database.ts";
import { surround } from "../devstore/control/surround.ts";
import { openBrowser } from "../devstore/faces/browser.ts";
import { createWorld, type World } from "../devstore/kernel/world.ts";
import { seedWorld } from "../devstore/seed/seedWorld.ts";
import { serve } from "../devstore/start.ts";

export type Screens = Readonly<{
  app: App; world: World; page: Page; frame: FrameLocator;
  /** Opens a screen inside the shop's admin: "/policy". */
  open: (merchant: string, path: string) => Promise<void>;
  /** Keeps what is seen under .artefacts. */
  shot: (name: string) => Promise<void>;
  /** What axe-core finds serious or critical on the app's screen. */
  serious: () => Promise<string[]>;
  /** What went wrong in the pages so far: errors thrown, answers of 500 and above. */
  wrong: string[];
  close: () => Promise<void>;
}>;

/** The library answers what calls itself headless as it answers search engines: with nothing. */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

const freePort = (): Promise<number> => new Promise((done, fail) => {
  const probe = createServer().once("error", fail).listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => done(typeof address === "object" && address ? address.port : 0));
  });
});

/** Opens all of it for some merchants of the seed, each with a number of orders. */
export async function openScreens({ merchants, orders }: Readonly<{ merchants: readonly string[]; orders: number }>): Promise<Screens> {
  const world = createWorld(), port = await freePort(), appUrl = `http://127.0.0.1:${port}`;
  await seedWorld(world, { seed: 1, orders, shops: merchants });
  surround(world, { app: { appUrl } });
  const store = await serve(world), fresh = await freshDatabase();
  process.env["APP_BRIDGE_URL"] = `${store.origin}/app-bridge.js`;
  // The library reads the variable once, when it is loaded.
  const [{ openApp }, { serveApp }] = await Promise.all([import("../../app/app.server.ts"), import("../../app/serve.server.ts")]);
  const app = await openApp(readEnv({ DEVSTORE_URL: store.origin, SHOPIFY_APP_URL: appUrl, NODE_ENV: "production", ...whereOf(fresh) }));
  const served = await serveApp(app, { port, folder: process.env["BUILD_FOLDER"] ?? "build" }), browsing = await openBrowser(1280, 1000), page = await browsing.context.newPage();
  await browsing.context.setExtraHTTPHeaders({ "user-agent": USER_AGENT });
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("response", (response) => { if (response.status() >= 500) wrong.push(`${response.status()} ${new URL(response.url()).pathname}`); });
  const frame = page.frameLocator("#app");
  return {
    app, world, page, frame, wrong,
    open: async (merchant, path) => {
      await page.goto(`${store.origin}/store/${merchant}/apps/recourse/app${path}`);
      await frame.locator(".Polaris-Page").first().waitFor({ timeout: 20_000 });
    },
    shot: async (name) => {
      mkdirSync(".artefacts", { recursive: true });
      await page.screenshot({ path: `.artefacts/screen-${name}.png` });
    },
    serious: async () => {
      const inside = await (await page.locator("#app").elementHandle())?.contentFrame();
      if (!inside) throw new Error("the app's frame is not there");
      return seriousIn(inside, ["wcag2a", "wcag2aa"]);
    },
    close: async () => {
      await browsing.close();
      await served.close();
      await app.close();
      await store.close();
      await fresh.drop();
    },
  };
}
