/** A bounded run of hostile inputs over all targets, by seed; what crashed can be thrown again by its number. */
import type { Ending, Target } from "./targets.ts";
import { throwOne } from "./targets.ts";

export type Crash = Readonly<{ target: string; seed: number; index: number; message: string }>;
export type Fuzzed = Readonly<{ inputs: number; endings: Readonly<Record<string, Readonly<Record<Ending, number>>>>; crashes: readonly Crash[] }>;

/** Of each target, so that one that fails keeps no other from its share. */
const MOST_CRASHES = 20;

/** Runs `inputs` in all, shared by the targets. `onInput` hears of each before it is thrown, so that a hang has a name. */
export async function fuzz(targets: readonly Target[], { seed, inputs, onInput }: Readonly<{ seed: number; inputs: number; onInput?: (target: string, index: number) => void }>): Promise<Fuzzed> {
  const endings: Record<string, Record<Ending, number>> = {}, crashes: Crash[] = [];
  const shares = targets.reduce((sum, target) => sum + target.share, 0);
  let thrown = 0;
  for (const target of targets) {
    const counts = (endings[target.name] = { decided: 0, review: 0, refused: 0 });
    const before = crashes.length, share = Math.ceil((inputs * target.share) / shares);
    for (let index = 0; index < share && crashes.length - before < MOST_CRASHES; index++) {
      onInput?.(target.name, index);
      thrown++;
      try {
        counts[await throwOne(target, seed, index)]++;
      } catch (error) {
        crashes.push({ target: target.name, seed, index, message: error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}\n${error.stack?.split("\n").slice(1, 4).join("\n") ?? ""}` : String(error) });
      }
    }
  }
  if (({} as Record<string, unknown>)["polluted"] !== undefined) crashes.push({ target: "all", seed, index: -1, message: "Object.prototype was changed" });
  return { inputs: thrown, endings, crashes };
}
