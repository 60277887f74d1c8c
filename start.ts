/** `npm start`: builds, opens the database, starts the local Shopify unless a real shop's keys are set, and serves the app. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { App } from "./app/app.server.ts";
import { lockFolder } from "./app/folderLock.server.ts";
import { readEnv, type Env } from "./app/env.server.ts";

const started = performance.now();
const step = (text: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const local = !process.env["SHOPIFY_API_KEY"] && !process.env["DEVSTORE_URL"];
const storePort = Number(process.env["DEVSTORE_PORT"] ?? 4100);
const folder = process.env["DATA_FOLDER"] ?? ".data";

/** A sentence for the person who started it, without a stack. */
class CannotStart extends Error {}

/** Fails at once, before anything is built, where a port is taken. */
function needPort(port: number, variable: string): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", () => fail(new CannotStart(`Port ${port} is taken by another program. Stop it, or set ${variable} to another number.`)));
    probe.listen(port, () => probe.close(() => done()));
  });
}

/** The newest change below the folders the build is made of. */
function newest(...paths: string[]): number {
  return Math.max(0, ...paths.map((path) => {
    const about = statSync(path);
    if (!about.isDirectory()) return about.mtimeMs;
    return newest(...readdirSync(path).filter((name) => name !== "generated").map((name) => join(path, name)));
  }));
}

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, PATH: `${join(process.cwd(), "node_modules/.bin")}:${process.env["PATH"] ?? ""}` } });
  if (status !== 0) throw new CannotStart(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`);
}

function build(): void {
  if (!existsSync("app/generated/prisma/client.ts") || statSync("app/generated/prisma/client.ts").mtimeMs < statSync("prisma/schema.prisma").mtimeMs) run("prisma", ["generate"]);
  const made = existsSync("build/server/index.js") ? statSync("build/server/index.js").mtimeMs : 0;
  if (made > newest("app", "policy", "vite.config.ts", "package-lock.json")) return step("Built already");
  step("Building the screens");
  run("remix", ["vite:build"]);
}

/** The local Shopify: its process, and when it answers. Ended at once it keeps its shops as they were. */
type Store = Readonly<{ child: ChildProcess; answers: Promise<void>; isKnown: boolean }>;

/** Starts the local Shopify as a process of its own. */
function startStore(appUrl: string): Store {
  const isKnown = existsSync(join(folder, "shops.json"));
  step(isKnown ? "Starting the local Shopify with the shops of last time" : "Starting the local Shopify and filling five shops");
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, ["test/devstore/main.ts", "--port", String(storePort), "--snapshot", join(folder, "shops.json"), "--app-url", appUrl], { stdio: ["ignore", "ignore", "pipe"] });
  // Whatever ends this process ends the store with it.
  process.once("exit", () => child.kill("SIGTERM"));
  const answers = answering(child);
  // Whoever waits hears of it; until then it is nobody's error.
  answers.catch(() => {});
  return { child, answers, isKnown };
}

async function answering(child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new CannotStart(said.includes("EADDRINUSE") ? `Port ${storePort} is taken by another program. Stop it, or set DEVSTORE_PORT to another number.` : `The local Shopify stopped:\n${said}`);
    if (await fetch(`http://127.0.0.1:${storePort}/`).then((answer) => answer.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new CannotStart("The local Shopify did not answer within a minute");
}

/** The five seeded shops install the app and publish their policy, once. */
async function settleSeededShops(app: App, store: string, appUrl: string): Promise<void> {
  const { settleIn } = await import("./test/devstore/seed/settleIn.ts"), { shippedPolicies } = await import("./app/flows/publishPolicy.ts");
  const shops = [...shippedPolicies().keys()].map((id) => `${id}.myshopify.com`);
  const done = await settleIn(app, { appUrl, store, shops });
  if (done.length) step(`Installed in ${done.length} shops, each with its policy`);
}

const ended = (child: ChildProcess, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> => new Promise((done) => {
  if (child.exitCode !== null || child.signalCode !== null) return done();
  child.once("exit", () => done());
  child.kill(signal);
});

/** Until all is up a signal ends at once; then it stops what runs, one after the other. */
let onSignal = (): void => process.exit(130);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => onSignal());

async function main(): Promise<void> {
  if (process.argv.includes("--reset")) {
    const unlock = await lockFolder(folder);
    rmSync(folder, { recursive: true, force: true });
    await unlock();
    return step(`Emptied ${folder}`);
  }
  const port = Number(process.env["PORT"] ?? 3000);
  await needPort(port, "PORT");
  if (local) await needPort(storePort, "DEVSTORE_PORT");
  build();
  const appUrl = process.env["SHOPIFY_APP_URL"] ?? `http://127.0.0.1:${port}`;
  const origin = `http://127.0.0.1:${storePort}`;
  if (local) process.env["APP_BRIDGE_URL"] = `${origin}/app-bridge.js`;
  const env: Env = readEnv({ ...process.env, SHOPIFY_APP_URL: appUrl, ...(local ? { DEVSTORE_URL: origin } : {}) });
  // Both take seconds and need nothing of each other: the app itself is loaded only when the store has begun.
  const store = local ? startStore(appUrl) : undefined;
  const { openApp } = await import("./app/app.server.ts"), { startWorker } = await import("./app/worker.server.ts"), { serveApp } = await import("./app/serve.server.ts");
  step(env.DATABASE_URL ? "Opening PostgreSQL" : `Opening the database in ${folder}`);
  const app = await openApp(env).catch(async (error: unknown) => {
    // Where another process has the folder, its shops must stay as that one knows them.
    if (store) await ended(store.child, "SIGKILL");
    throw error;
  });
  const close = async (): Promise<void> => {
    await app.close();
    if (store) await ended(store.child);
  };
  const served = await (store?.answers ?? Promise.resolve()).then(() => serveApp(app, { port })).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  // Whoever opens a page need not wait until the queues are worked.
  const working = env.RUN_JOBS ? startWorker(app) : Promise.resolve();
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await served.close();
    await working.catch(() => {});
    await close();
  };
  onSignal = () => { step("Stopping"); void stop().then(() => process.exit(0)); };
  const settle = async (): Promise<void> => (local ? settleSeededShops(app, origin, appUrl) : undefined);
  // Shops of last time are settled; that they are is looked at beside all else.
  if (store?.isKnown) void working.then(() => settle().catch((error: unknown) => console.error(error)), async (error: unknown) => { console.error(error); await stop(); process.exit(1); });
  else await working.then(settle).catch(async (error: unknown) => { await stop(); throw error; });
  step(local ? `Ready. Open ${origin}/` : `Ready on port ${port}`);
}

main().catch((error: unknown) => {
  console.error(process.env["RECOURSE_STACK"] === undefined ? (error instanceof Error ? error.message : String(error)) : error);
  process.exit(1);
});
