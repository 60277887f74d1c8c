/**
 * The process that is killed. For each of its slots, a database and dev store of its own, it first starts on what the process
 * killed before it left, lets that recover and tells how it ended; then it begins the next run and stops at its step. When all
 * slots stand at their steps it says so, and its parent sends SIGKILL.
 */
import { flushCompileCache } from "node:module";
import { openLab, type Site } from "./lab.ts";
import { actWith, ended, type Ended } from "./run.ts";
import { scenarios } from "./scenarios.ts";
import { putRowsBack } from "./database.ts";
import { watchSteps, type Target } from "./steps.ts";

/** `left`: the chapter whose run was killed here; `next`: the run to begin. */
export type Slot = Readonly<{ slot: number; site: Site; scenario: string; left: number | null; next: Readonly<{ chapter: number } & Target> | null }>;
export type ToParent =
  | Readonly<{ say: "ended"; slot: number; ended: Ended }> | Readonly<{ say: "begin"; slot: number }> | Readonly<{ say: "stopped" }> | Readonly<{ say: "missed"; slot: number }> | Readonly<{ say: "failed"; message: string }>;

/** Little is read twice before the end; more would have to be cleared for each slot. */
const BUFFERS = "2MB";

const tell = (message: ToParent): Promise<void> => new Promise((done) => void process.send?.(message, undefined, undefined, () => done()));
const told = (): Promise<unknown> => new Promise((done) => process.once("message", done));

async function slotWork({ slot, site, scenario, left, next }: Slot): Promise<void> {
  const chapters = scenarios.find(({ name }) => name === scenario)?.chapters ?? [], lab = await openLab(site, { alone: true });
  const was = left === null ? undefined : chapters[left], will = next === null ? undefined : chapters[next.chapter];
  // Whoever acted saw the connection end.
  if (was) await tell({ say: "ended", slot, ended: await ended(lab, was, { isTold: true }) });
  if (!will || !next) return lab.close();
  lab.clock.aheadMs = 0;
  await putRowsBack(lab.database, next.chapter);
  const go = told();
  await tell({ say: "begin", slot });
  await go;
  await new Promise<void>((stands) => {
    void actWith(lab, will, next, "killed", () => stands()).then(({ strike }) => (strike.hasStruck ? undefined : tell({ say: "missed", slot }).then(stands)));
  });
}

async function main(): Promise<void> {
  watchSteps({ buffers: BUFFERS });
  const slots = (await told()) as readonly Slot[];
  for (const slot of slots) await slotWork(slot);
  // Whoever is killed writes no cache of compiled code at its end.
  flushCompileCache();
  await tell({ say: "stopped" });
}

if (process.send) {
  process.once("disconnect", () => process.exit(1));
  main().catch(async (error: unknown) => {
    await tell({ say: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exit(1);
  });
}
