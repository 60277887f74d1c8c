/** The extensions as they are shipped: small enough, customers' with all words in all languages, and clear about what was left out when they were built. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { targetBundle } from "./devstore/extensions/bundle.ts";
import { declaredIn } from "./devstore/extensions/declared.ts";

const KB = 1024, FULL_PAGE = "customer-account.order.page.render", languages = ["de", "en", "es", "fr", "ja"];
const everyone = declaredIn("extensions"), extensions = everyone.filter(({ handle }) => handle.startsWith("customer-"));
const targets = everyone.flatMap((declared) => [...declared.modules.keys()].map((target) => ({ declared, target })));

/** What a text is filled with. */
const holes = (text: unknown): string[] => (String(text).match(/\{\{\w+\}\}/g) ?? []).sort();
/** How wide a text stands: a full-width character takes two. */
const width = (text: unknown): number => [...String(text)].reduce((n, c) => n + (c > "\u2fff" ? 2 : 1), 0);

it("have the targets of the admin, a customer's account and the till", () => {
  expect(targets.map(({ target }) => target).sort()).toEqual([
    "admin.order-details.action.render", "admin.order-details.block.render", "admin.order-details.print-action.render", "admin.order-index.selection-action.render", "admin.product-details.block.render",
    "customer-account.order-index.block.render", "customer-account.order-status.block.render", "customer-account.order-status.return-details.render-after", "customer-account.order.action.menu-item.render",
    FULL_PAGE, "customer-account.profile.block.render",
    "pos.order-details.block.render",
  ]);
});

describe.each(targets)("$target", ({ declared, target }) => {
  it("is small when compressed: under 40 KB, the full page under 80", async () => {
    const size = gzipSync(await targetBundle(declared, target, "https://recourse.example")).length;
    expect(size).toBeGreaterThan(KB);
    expect(size).toBeLessThan((target === FULL_PAGE ? 80 : 40) * KB);
  });
});

it("built without the app's address say which variable is missing", async () => {
  const { outputFiles } = await build({ entryPoints: ["extensions/account/ask.ts"], bundle: true, write: false, format: "iife", globalName: "made", platform: "browser" });
  const answer = await (runInNewContext(`${outputFiles[0]?.text}; made.ask("orders")`) as Promise<{ failure?: { code: string; message: string } }>);
  expect(answer.failure).toMatchObject({ code: "unbuilt", message: expect.stringContaining("APP_URL") });
});

describe.each(extensions)("words of $handle", ({ folder, locales }) => {
  const english = locales["en"] as Record<string, unknown>;
  it("stand in five languages, with the same keys and the same places to fill", () => {
    expect(Object.keys(locales).sort()).toEqual(languages);
    for (const language of languages) {
      const words = locales[language] as Record<string, unknown>;
      expect([language, Object.keys(words)]).toEqual([language, Object.keys(english)]);
      for (const [key, text] of Object.entries(words)) expect([language, key, holes(text)]).toEqual([language, key, holes(english[key])]);
    }
  });

  it("do not grow beyond what the layout holds", () => {
    for (const language of languages) for (const [key, text] of Object.entries(locales[language] as Record<string, unknown>)) {
      expect([language, key, width(text) <= Math.max(24, width(english[key]) * 1.9)]).toEqual([language, key, true]);
    }
  });

  it("are all used, and all that are used are there", () => {
    const sources = [folder, join(folder, "..", "account")].flatMap(sourcesIn).join("\n");
    const used = new Set([...sources.matchAll(/"([a-zA-Z_]+)"/g)].map(([, word]) => word));
    const asked = [...sourcesIn(folder).join("\n").matchAll(/\bt\("([a-zA-Z]+)"/g)].map(([, key]) => key ?? "");
    expect(asked.filter((key) => !(key in english))).toEqual([]);
    expect(Object.keys(english).filter((key) => !used.has(key) && !key.startsWith("step_") && !["name", "description"].includes(key))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(folder, file), "utf8"));
}
