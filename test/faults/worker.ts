/** A process of the sweep: its share of the runs of each scenario on one kind of database, told to its parent one by one. */
import { isKillEdge } from "./faults.ts";
import type { Judged, Run } from "./judge.ts";
import { sweepKilled } from "./kills.ts";
import { scenarios } from "./scenarios.ts";
import { dropPlace, type Origin } from "./site.ts";
import { tell, type Story } from "./story.ts";
import { watchSteps } from "./steps.ts";
import { runsOf, sweepHere } from "./sweep.ts";

export type Share = Readonly<{ origin: Origin; scenarios: readonly string[]; share: number; of: number }>;
export type FromWorker = Readonly<{ say: "story"; scenario: string; steps: number }> | Readonly<{ say: "judged"; judged: Judged }> | Readonly<{ say: "done" }> | Readonly<{ say: "failed"; message: string }>;

const say = (message: FromWorker): void => void process.send?.(message);

/** A process takes as long to start as many runs: it is killed once for each state that it can leave behind (isKillEdge). */
const isRun = ({ chapters }: Story) => ({ fault, chapter, step }: Run): boolean => {
  const steps = chapters[chapter]?.steps ?? [], at = steps[step - 1];
  return fault !== "killed" || (at !== undefined && isKillEdge(steps, at));
};

async function sweepOne(name: string, { origin, share, of }: Share): Promise<void> {
  const scenario = scenarios.find((one) => one.name === name);
  if (!scenario) throw new Error(`there is no scenario ${name}`);
  const database = `faults_${share}_${scenarios.indexOf(scenario)}`, story = await tell(scenario, origin, database);
  say({ say: "story", scenario: name, steps: story.chapters.reduce((n, { steps }) => n + steps.length, 0) });
  const mine = runsOf(story).filter(isRun(story)).filter((_, i) => i % of === share), isKilled = ({ fault }: Run): boolean => fault === "killed", heard = (judged: Judged): void => say({ say: "judged", judged });
  await sweepHere(story, mine.filter((run) => !isKilled(run)), heard);
  await story.lab.close();
  await sweepKilled(story, mine.filter(isKilled), database, heard);
  await story.shopify.close();
  await dropPlace(story.site.place);
}

process.once("disconnect", () => process.exit());
process.once("message", (share: Share) => {
  watchSteps();
  const work = async (): Promise<void> => {
    for (const name of share.scenarios) await sweepOne(name, share);
    say({ say: "done" });
    process.disconnect();
  };
  work().catch((error: unknown) => {
    say({ say: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exitCode = 1;
    process.disconnect();
  });
});
