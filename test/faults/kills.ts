/** Runs whose process is killed: a chain of processes, each of which recovers what the one before it left and is killed itself. */
import { fork, type ChildProcess } from "node:child_process";
import { judged, missed, type Judged, type Run } from "./judge.ts";
import type { Slot, ToParent } from "./killed.ts";
import type { Site } from "./lab.ts";
import type { Pooler } from "./pooler.ts";
import { copyPlace, openShopify, originOf, pooled, type Shopify } from "./site.ts";
import type { Story } from "./story.ts";
import { MOST_TRIES } from "./sweep.ts";

/** A process that lives for seconds gains nothing from what is compiled well in the background, nor from tidying up small. */
const SHORT_LIVED: readonly string[] = ["--liftoff-only", "--no-opt", "--min-semi-space-size=16", "--max-semi-space-size=32"];
/** So many runs share one process: starting it costs more than a run. */
export const SLOTS = 18;

/** Runs of one story, one after the other on one copy of its database. */
export type Lane = Readonly<{ story: Story; runs: readonly Run[] }>;
type OpenLane = Lane & Readonly<{ slot: number; site: Site; shopify: Shopify; pooler: Pooler | null }>;

/** Shares the runs of all stories out among so many lanes, so that the longest is as short as may be. */
export function lanesOf<Whole extends Readonly<{ runs: readonly Run[] }>>(stories: readonly Whole[], most: number): Whole[] {
  const left = stories.filter(({ runs }) => runs.length > 0), many = left.map(() => 1);
  const lengthOf = (i: number): number => (left[i]?.runs.length ?? 0) / (many[i] ?? 1);
  for (let n = left.length; n < most && left.length > 0; n++) {
    const longest = left.map((_, i) => i).reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    if (lengthOf(longest) <= 1) break;
    many[longest] = (many[longest] ?? 1) + 1;
  }
  return left.flatMap((whole, i) => Array.from({ length: many[i] ?? 1 }, (_, lane) => ({ ...whole, runs: whole.runs.filter((_run, at) => at % (many[i] ?? 1) === lane) })));
}

async function openLanes(lanes: readonly Lane[], name: string): Promise<OpenLane[]> {
  const open: OpenLane[] = [];
  for (const [slot, lane] of lanes.entries()) {
    const { place, pooler } = await pooled(await copyPlace(originOf(lane.story.place), `${name}_${slot}`)), shopify = await openShopify(() => {});
    open.push({ ...lane, slot, shopify, pooler, site: { place, store: shopify.store.origin, mail: shopify.mailbox.origin, about: lane.story.about } });
  }
  return open;
}

/** Kills it and waits until it is gone. */
async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGKILL");
  await gone;
}

/** One process of the chain: round `r` ends the runs before it and begins its own. */
function round(lanes: readonly OpenLane[], r: number, tell: (judged: Judged) => void, missing: Set<Run>): Promise<ChildProcess> {
  const child = fork(new URL("killed.ts", import.meta.url), { execArgv: [...SHORT_LIVED], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const slots = lanes.map(({ slot, site, story, runs }): Slot => ({ slot, site, scenario: story.scenario, left: runs[r - 1]?.chapter ?? null, next: runs[r] ? { chapter: runs[r].chapter, what: runs[r].what, nth: runs[r].nth } : null })).filter(({ left, next }) => left !== null || next);
  const laneOf = (slot: number): OpenLane => lanes[slot] as OpenLane;
  return new Promise((stopped, fail) => {
    child.once("exit", (code) => fail(new Error(`the process to be killed ended by itself (${code})`)));
    child.on("message", (message: ToParent) => {
      if (message.say === "stopped") return stopped(child);
      if (message.say === "failed") return fail(new Error(message.message));
      const { shopify, story, runs } = laneOf(message.slot), before = runs[r - 1], now = runs[r];
      if (message.say === "missed" && now) missing.add(now);
      else if (message.say === "begin") {
        shopify.putBack(story.chapters[now?.chapter ?? 0]?.bytes ?? Buffer.alloc(0));
        child.send("go");
      } else if (message.say === "ended" && before && !missing.has(before)) tell(judged(before, story.chapters[before.chapter]?.books ?? "", message.ended));
    });
    child.send(slots);
  });
}

/** All runs of some lanes, on copies of their stories' databases; `name` is what the copies are called. */
export async function sweepKilled(lanes: readonly Lane[], name: string, tell: (judged: Judged) => void, tries = MOST_TRIES): Promise<void> {
  if (lanes.length === 0) return;
  const missing = new Set<Run>(), open = await openLanes(lanes, name), rounds = Math.max(...lanes.map(({ runs }) => runs.length));
  for (let r = 0; r <= rounds; r++) await kill(await round(open, r, tell, missing));
  for (const { shopify, pooler } of open) {
    await shopify.close();
    await pooler?.close();
  }
  const again = lanes.map(({ story, runs }) => ({ story, runs: runs.filter((run) => missing.has(run)) })).filter(({ runs }) => runs.length > 0);
  if (tries > 1) return sweepKilled(again, name, tell, tries - 1);
  for (const run of missing) tell(missed(run));
}
