/** All runs of one scenario in this process: every step of every chapter with each fault that makes sense there, but for killed processes (kills.ts). */
import { beginChapter, type Story } from "./story.ts";
import { faultsAt } from "./faults.ts";
import { judged, type Judged, type Run } from "./judge.ts";
import { actWith, ended, nameOf } from "./run.ts";

/** Every run of a story in a fixed order. */
export function runsOf({ scenario, chapters, lab }: Pick<Story, "scenario" | "chapters" | "lab">): Run[] {
  return chapters.flatMap(({ steps }, chapter) => steps.flatMap((step) => faultsAt(step, lab.database.kind).map((fault): Run => ({ scenario: scenario.name, chapter, step: step.n, what: nameOf(step), fault }))));
}

/** How many runs before the tables' dead rows are taken away. */
const TIDY_AFTER = 60;

/** The step of a number is sometimes another one, since requests run side by side: then the run is made again. */
export const MOST_TRIES = 4;

/** One run from its chapter's beginning. Throws where the fault's step is never the one written down. */
export async function runOne(story: Story, run: Run, tries = MOST_TRIES): Promise<Judged> {
  const chapter = story.scenario.chapters[run.chapter], written = story.chapters[run.chapter];
  if (!chapter || !written) throw new Error(`${run.scenario} has no chapter ${run.chapter}`);
  await beginChapter(story, run.chapter);
  const { strike, isTold } = await actWith(story.lab, chapter, run.step, run.fault);
  const struck = nameOf(strike.hasStruck ? strike.steps[run.step - 1] : undefined);
  if (struck !== run.what && tries > 1) return ended(story.lab, chapter, { isTold, late: strike.late }).then(() => runOne(story, run, tries - 1));
  if (struck !== run.what) throw new Error(`${run.scenario}, chapter ${run.chapter + 1}: step ${run.step} is ${struck} and was ${run.what}`);
  return judged(run, written.books, await ended(story.lab, chapter, { isTold, late: strike.late }));
}

/** Runs in this process, told one by one. */
export async function sweepHere(story: Story, runs: readonly Run[], tell: (judged: Judged) => void): Promise<void> {
  for (const [i, run] of runs.entries()) {
    if (i % TIDY_AFTER === TIDY_AFTER - 1) await story.lab.database.run("VACUUM");
    tell(await runOne(story, run));
  }
}
