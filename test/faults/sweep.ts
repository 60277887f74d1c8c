/** All runs of a story: every step of every chapter with each fault that makes sense there; those in this process, one by one. */
import { faultsAt, isKillEdge } from "./faults.ts";
import { judged, missed, type Judged, type Run } from "./judge.ts";
import { actWith, ended } from "./run.ts";
import { scenarios } from "./scenarios.ts";
import { beginChapter, type Stage } from "./stage.ts";
import { targets, type Step, type Target } from "./steps.ts";
import type { Story } from "./story.ts";

function namedSteps(steps: readonly Step[]): readonly (readonly [Step, Target])[] {
  const name = targets();
  return steps.map((step) => [step, name(step)] as const);
}

/** Every run of a story in a fixed order: `killed` in processes of their own (kills.ts), once for each state that a killed process can leave behind. */
export function runsOf({ scenario, kind, chapters }: Story): Readonly<{ here: readonly Run[]; killed: readonly Run[] }> {
  const here: Run[] = [], killed: Run[] = [];
  for (const [chapter, { steps }] of chapters.entries()) {
    for (const [step, target] of namedSteps(steps)) {
      for (const fault of faultsAt(step, kind)) {
        const run: Run = { scenario, chapter, step: step.n, ...target, fault };
        if (fault !== "killed") here.push(run);
        else if (isKillEdge(steps, step)) killed.push(run);
      }
    }
  }
  return { here, killed };
}

/** How many runs before the tables' dead rows are taken away. */
const TIDY_AFTER = 60;

/** Sometimes a step does not come, since requests run side by side: then the run is made again. */
export const MOST_TRIES = 4;

/** One run from its chapter's beginning. */
export async function runOne(stage: Stage, run: Run, tries = MOST_TRIES): Promise<Judged> {
  const chapter = scenarios.find(({ name }) => name === run.scenario)?.chapters[run.chapter], written = stage.story.chapters[run.chapter];
  if (!chapter || !written) throw new Error(`${run.scenario} has no chapter ${run.chapter}`);
  await beginChapter(stage, run.chapter);
  const { strike, isTold } = await actWith(stage.lab, chapter, run, run.fault);
  const end = await ended(stage.lab, chapter, { isTold, late: strike.late });
  if (strike.hasStruck) return judged(run, written.books, end);
  return tries > 1 ? runOne(stage, run, tries - 1) : missed(run);
}

/** Runs in this process, told one by one. */
export async function sweepHere(stage: Stage, runs: readonly Run[], tell: (judged: Judged) => void): Promise<void> {
  for (const [i, run] of runs.entries()) {
    if (i % TIDY_AFTER === TIDY_AFTER - 1) await stage.lab.database.run("VACUUM");
    tell(await runOne(stage, run));
  }
}
