/**
 * `npm run --silent fuzz -- [--inputs 200000] [--seed 1] [--json]`: hostile claims, policies, answers of Shopify, webhooks,
 * requests, files and settings; exit status 0 only when each was decided, refused by name, or left to a person. A hang ends the run.
 */
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { fuzz, type Fuzzed } from "./fuzz.ts";
import { seededOrders } from "./orders.ts";
import { openLive } from "./live.ts";
import { targets, useOrders } from "./targets.ts";

type Plan = Readonly<{ seed: number; inputs: number }>;
const HANG_MS = 30_000, WATCH_MS = 1_000;
/** What the worker is at: the target's and the input's number, and a count that moves. */
const AT = 3;

function report({ inputs, endings, crashes }: Fuzzed, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify({ inputs, endings, crashes }));
  else {
    console.log(`${inputs} inputs`);
    for (const [name, counts] of Object.entries(endings)) console.log(`  ${name.padEnd(22)} ${counts.decided} decided, ${counts.review} for a person, ${counts.refused} refused by name`);
    for (const crash of crashes) console.log(`CRASH ${crash.target} seed ${crash.seed} number ${crash.index}: ${crash.message}`);
    console.log(crashes.length ? `${crashes.length} crashes` : "no crash, no hang");
  }
  return crashes.length ? 1 : 0;
}

function watch(plan: Plan, asJson: boolean): void {
  const at = new SharedArrayBuffer(4 * AT), seen = new Int32Array(at), worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...plan, at } });
  let last = -1, since = Date.now(), names: readonly string[] = [];
  const timer = setInterval(() => {
    const now = Atomics.load(seen, 2);
    if (now !== last) [last, since] = [now, Date.now()];
    else if (last > 0 && Date.now() - since > HANG_MS) {
      console.error(`HANG: ${names[seen[0] ?? 0]} seed ${plan.seed} number ${seen[1]}`);
      process.exit(1);
    }
  }, WATCH_MS);
  worker.on("message", (told: Fuzzed | readonly string[]) => {
    if (!("crashes" in told)) return void (names = told);
    clearInterval(timer);
    process.exitCode = report(told, asJson);
  });
  worker.once("error", (error) => { clearInterval(timer); console.error(error); process.exitCode = 1; });
}

if (isMainThread) {
  const { values } = parseArgs({ options: { inputs: { type: "string", default: "200000" }, seed: { type: "string", default: "1" }, json: { type: "boolean", default: false } } });
  watch({ seed: Number(values.seed), inputs: Number(values.inputs) }, values.json);
} else {
  const { seed, inputs, at } = workerData as Plan & { at: SharedArrayBuffer }, seen = new Int32Array(at);
  useOrders(await seededOrders());
  const live = await openLive(), all = [...targets, ...live.targets], before = live.moved();
  parentPort?.postMessage(all.map(({ name }) => name));
  const result = await fuzz(all, { seed, inputs, onInput: (name, index) => {
    seen[0] = all.findIndex((target) => target.name === name);
    seen[1] = index;
    Atomics.add(seen, 2, 1);
  } });
  const moved = live.moved() === before ? [] : [{ target: "all", seed, index: -1, message: "money moved at Shopify" }];
  await live.close();
  parentPort?.postMessage({ ...result, crashes: [...result.crashes, ...moved] });
}
