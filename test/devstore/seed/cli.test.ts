import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const SEED = fileURLToPath(new URL("./main.ts", import.meta.url));
const run = promisify(execFile);
const running: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), "devstore-seed-"));

/** Starts the store; resolves with its address once it has said it. */
function start(...options: string[]): Promise<{ origin: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [MAIN, "--port", "0", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const stop = () => new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
  return new Promise((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`the store ended with ${code}: ${text}`)));
    child.stdout.on("data", (data: Buffer) => {
      text += data.toString();
      const origin = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(text)?.[1];
      if (origin) resolve({ origin, stop });
    });
  });
}

async function orderCount(origin: string): Promise<number> {
  const response = await fetch(`${origin}/kimpok.myshopify.com/admin/api/2026-10/graphql.json`, {
    method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": "local-kimpok" }, body: JSON.stringify({ query: "{ ordersCount { count } }" }),
  });
  return ((await response.json()) as { data: { ordersCount: { count: number } } }).data.ordersCount.count;
}

afterAll(() => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("the store by hand", () => {
  it("fills its shops at the start, takes more by the seed's command, and keeps them in its snapshot", async () => {
    const snapshot = join(folder, "store.snapshot");
    const store = await start("--orders", "4", "--snapshot", snapshot);
    expect(await orderCount(store.origin)).toBe(4);
    expect(await (await fetch(`${store.origin}/`)).text()).toContain("kimpok.myshopify.com");
    const url = `${store.origin}/kimpok.myshopify.com/admin/api/2026-10/graphql.json`;
    const { stdout } = await run(process.execPath, [SEED, "--url", url, "--token", "local-kimpok", "--shop", "kimpok", "--orders", "9"]);
    expect(stdout).toMatch(/^kimpok\.myshopify\.com: 22 products, \d+ customers, 5 orders, \d+ parcels/);
    expect(await orderCount(store.origin)).toBe(9);
    await store.stop();
    const again = await start("--orders", "4", "--snapshot", snapshot);
    expect(await orderCount(again.origin)).toBe(9);
    await again.stop();
  });

  it("says how it is used when it is not told enough", async () => {
    await expect(run(process.execPath, [SEED, "--shop", "nobody"])).rejects.toMatchObject({ code: 2, stdout: expect.stringContaining("--token T") });
  });
});
