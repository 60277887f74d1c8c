/** All runs of one scenario in this process: every step of every chapter with each fault that makes sense there, but for killed processes (kills.ts). */
import { beginChapter, type Story } from "./story.ts";
import { faultsAt } from "./faults.ts";
import { judged, missed, type Judged, type Run } from "./judge.ts";
import { actWith, ended } from "./run.ts";
import { targets, type Step, type Target } from "./steps.ts";

function namedSteps(steps: readonly Step[]): readonly (readonly [Step, Target])[] {
  const name = targets();
  return steps.map((step) => [step, name(step)] as const);
}

/** Every run of a story in a fixed order. */
export function runsOf({ scenario, chapters, lab }: Pick<Story, "scenario" | "chapters" | "lab">): Run[] {
  return chapters.flatMap(({ steps }, chapter) => namedSteps(steps).flatMap(([step, target]) => faultsAt(step, lab.database.kind).map((fault): Run => ({ scenario: scenario.name, chapter, step: step.n, ...target, fault }))));
}

/** How many runs before the tables' dead rows are taken away. */
const TIDY_AFTER = 60;

/** Sometimes a step does not come, since requests run side by side: then the run is made again. */
export const MOST_TRIES = 4;

/** One run from its chapter's beginning. */
export async function runOne(story: Story, run: Run, tries = MOST_TRIES): Promise<Judged> {
  const chapter = story.scenario.chapters[run.chapter], written = story.chapters[run.chapter];
  if (!chapter || !written) throw new Error(`${run.scenario} has no chapter ${run.chapter}`);
  await beginChapter(story, run.chapter);
  const { strike, isTold } = await actWith(story.lab, chapter, run, run.fault);
  const end = await ended(story.lab, chapter, { isTold, late: strike.late });
  if (strike.hasStruck) return judged(run, written.books, end);
  return tries > 1 ? runOne(story, run, tries - 1) : missed(run);
}

/** Runs in this process, told one by one. */
export async function sweepHere(story: Story, runs: readonly Run[], tell: (judged: Judged) => void): Promise<void> {
  for (const [i, run] of runs.entries()) {
    if (i % TIDY_AFTER === TIDY_AFTER - 1) await story.lab.database.run("VACUUM");
    tell(await runOne(story, run));
  }
}
