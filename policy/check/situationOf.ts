/** A claim as the engine reads it, whole: every fact, clock and value, however little of it a decision would need. */
import type { Claim } from "../claim.ts";
import type { Compiled } from "../compile.ts";
import type { Situation } from "../evaluation.ts";
import { factBits } from "../factReader.ts";
import { beginTimes, clockState, timesOf, worthSide, zoneOf } from "../situation.ts";

export function situationOf(compiled: Compiled, claim: Claim): Situation {
  const times = timesOf(compiled);
  beginTimes(times, zoneOf(compiled, claim));
  return {
    facts: factBits(compiled.slots, claim),
    clocks: compiled.clocks.map((_, i) => clockState(times, i, claim)),
    worths: compiled.worths.map((_, i) => worthSide(compiled, i, claim)),
  };
}
