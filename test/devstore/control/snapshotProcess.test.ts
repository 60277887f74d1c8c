import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "devstore-"));
const file = join(folder, "shops.snapshot");
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) if (child.exitCode === null) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Starts the store as a process of its own and resolves with its address. */
async function start(): Promise<{ child: ChildProcess; origin: string }> {
  const main = new URL("../main.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [main, "--empty", "--token", "T", "--port", "0", "--snapshot", file], { stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (text: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text.toString());
      if (found) resolve(found[0]);
    });
    child.once("exit", () => reject(new Error("the store ended before it listened")));
  });
  return { child, origin };
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.kill(signal);
  });

const clock = async (origin: string, order?: object): Promise<{ now: string; stands: boolean }[]> => {
  const answer = await fetch(`${origin}/__clock`, order === undefined ? {} : { method: "POST", body: JSON.stringify(order) });
  return answer.json() as Promise<{ now: string; stands: boolean }[]>;
};

it.each(["SIGTERM", "SIGINT"] as const)("a store that is ended by %s saves its shops, and the next one starts with them", async (signal) => {
  rmSync(file, { force: true });
  const first = await start();
  await clock(first.origin, { at: "2029-09-09T09:09:09Z", stand: true });
  expect(existsSync(file)).toBe(false);
  expect(await ended(first.child, signal)).toBe(0);
  expect(statSync(file).size).toBeGreaterThan(300);
  const second = await start();
  expect(await clock(second.origin)).toMatchObject([{ now: "2029-09-09T09:09:09Z", stands: true }]);
  await ended(second.child, "SIGKILL");
});
