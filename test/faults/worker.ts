/** A process of the sweep: does one piece of work after the other, as its parent hands them out, and tells it of each run. */
import type { Judged, Run } from "./judge.ts";
import { sweepKilled } from "./kills.ts";
import { scenarios } from "./scenarios.ts";
import type { Origin } from "./site.ts";
import { openStage, type Stage } from "./stage.ts";
import { keepStory, storyIn, tell } from "./story.ts";
import { watchSteps } from "./steps.ts";
import { sweepHere } from "./sweep.ts";

/** Tell a scenario into a file, play some of its runs, or kill processes in runs of several; `name` is what databases are called. */
export type Work = Readonly<{ name: string } & ({ do: "tell"; scenario: string; origin: Origin; file: string } | { do: "play"; file: string; runs: readonly Run[] } | { do: "kill"; lanes: readonly Readonly<{ file: string; runs: readonly Run[] }>[] })>;
export type FromWorker = Readonly<{ say: "judged"; judged: Judged }> | Readonly<{ say: "done" }> | Readonly<{ say: "failed"; message: string }>;

const say = (message: FromWorker): void => void process.send?.(message);
const heard = (judged: Judged): void => say({ say: "judged", judged });

let stage: Readonly<{ file: string; on: Stage }> | undefined;

/** The stage stays open while runs of the same story come. */
async function stageOf(file: string, name: string): Promise<Stage> {
  if (stage?.file === file) return stage.on;
  await stage?.on.close();
  stage = undefined;
  stage = { file, on: await openStage(storyIn(file), name) };
  return stage.on;
}

async function perform(work: Work): Promise<void> {
  if (work.do === "play") return sweepHere(await stageOf(work.file, work.name), work.runs, heard);
  await stage?.on.close();
  stage = undefined;
  if (work.do === "kill") return sweepKilled(work.lanes.map(({ file, runs }) => ({ story: storyIn(file), runs })), work.name, heard);
  const scenario = scenarios.find(({ name }) => name === work.scenario);
  if (!scenario) throw new Error(`there is no scenario ${work.scenario}`);
  keepStory(await tell(scenario, work.origin, work.name), work.file);
}

watchSteps();
process.once("disconnect", () => process.exit());
process.on("message", (work: Work) => {
  perform(work).then(() => say({ say: "done" }), (error: unknown) => say({ say: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});
