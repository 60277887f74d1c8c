/** Runs whose process is killed: a chain of processes, each of which recovers what the one before it left and is killed itself. */
import { fork, type ChildProcess } from "node:child_process";
import { judged, missed, type Judged, type Run } from "./judge.ts";
import type { Slot, ToParent } from "./killed.ts";
import { copyPlace, dropPlace, openShopify, originOf, type Shopify } from "./site.ts";
import type { Story } from "./story.ts";
import { MOST_TRIES } from "./sweep.ts";

/** A process that lives for seconds gains nothing from what is compiled well in the background. */
const SHORT_LIVED: readonly string[] = ["--liftoff-only"];
/** So many runs share one process: starting it costs more than a run. */
const SLOTS = { pglite: 3, postgres: 8 } as const;

type Lane = Readonly<{ slot: number; site: Slot["site"]; shopify: Shopify; runs: readonly Run[] }>;

async function openLanes(story: Story, runs: readonly Run[], name: string): Promise<Lane[]> {
  const many = Math.min(SLOTS[story.lab.database.kind], runs.length), lanes: Lane[] = [];
  for (let slot = 0; slot < many; slot++) {
    const place = await copyPlace(originOf(story.site.place), `${name}_slot${slot}`), shopify = await openShopify(() => {});
    lanes.push({ slot, shopify, site: { ...story.site, place, store: shopify.store.origin, mail: shopify.mailbox.origin }, runs: runs.filter((_, i) => i % many === slot) });
  }
  return lanes;
}

/** Kills it and waits until it is gone. */
async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGKILL");
  await gone;
}

/** One process of the chain: round `r` ends the runs before it and begins its own. */
function round(story: Story, lanes: readonly Lane[], r: number, tell: (judged: Judged) => void, missing: Set<Run>): Promise<ChildProcess> {
  const child = fork(new URL("killed.ts", import.meta.url), { execArgv: [...SHORT_LIVED], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const slots = lanes.map(({ slot, site, runs }): Slot => ({ slot, site, scenario: story.scenario.name, left: runs[r - 1]?.chapter ?? null, next: runs[r] ? { chapter: runs[r].chapter, what: runs[r].what, nth: runs[r].nth } : null })).filter(({ left, next }) => left !== null || next);
  const laneOf = (slot: number): Lane => lanes[slot] as Lane;
  return new Promise((stopped, fail) => {
    child.once("exit", (code) => fail(new Error(`the process to be killed ended by itself (${code})`)));
    child.on("message", (message: ToParent) => {
      if (message.say === "stopped") stopped(child);
      else if (message.say === "failed") fail(new Error(message.message));
      else if (message.say === "missed") {
        const run = laneOf(message.slot).runs[r];
        if (run) missing.add(run);
      }
      else if (message.say === "begin") {
        laneOf(message.slot).shopify.putBack(story.chapters[laneOf(message.slot).runs[r]?.chapter ?? 0]?.bytes ?? Buffer.alloc(0));
        child.send("go");
      } else {
        const run = laneOf(message.slot).runs[r - 1];
        if (run && !missing.has(run)) tell(judged(run, story.chapters[run.chapter]?.books ?? "", message.ended));
      }
    });
    child.send(slots);
  });
}

/** All runs, on copies of the story's database; its own app must be closed. */
export async function sweepKilled(story: Story, runs: readonly Run[], name: string, tell: (judged: Judged) => void, tries = MOST_TRIES): Promise<void> {
  if (runs.length === 0) return;
  const missing = new Set<Run>();
  const lanes = await openLanes(story, runs, name), rounds = Math.max(...lanes.map((lane) => lane.runs.length));
  for (let r = 0; r <= rounds; r++) await kill(await round(story, lanes, r, tell, missing));
  for (const { site, shopify } of lanes) {
    await shopify.close();
    await dropPlace(site.place);
  }
  if (tries > 1) return sweepKilled(story, [...missing], name, tell, tries - 1);
  for (const run of missing) tell(missed(run));
}
