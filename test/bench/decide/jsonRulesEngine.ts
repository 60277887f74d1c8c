/** The rules in json-rules-engine: every condition `in` a list, every event carries its effect. */
import { Engine } from "json-rules-engine";
import type { Claim } from "../../../policy/claim.ts";
import { assemble } from "./assemble.ts";
import { camstroRules, ruleFacts, type Effect } from "./camstroRules.ts";
import { claimTimes } from "./claimTimes.ts";
import type { PlainAnswer } from "./plainAnswer.ts";

const engine = new Engine(camstroRules.map(({ id, when, then }) => ({
  name: id,
  conditions: { all: Object.entries(when).map(([fact, words]) => ({ fact, operator: "in", value: [...words] })) },
  event: { type: id, params: { effect: then } },
})));

export async function decideWithJsonRulesEngine(claim: Claim): Promise<PlainAnswer> {
  const times = claimTimes(claim);
  const { events } = await engine.run({ ...ruleFacts(claim, times) });
  return assemble(claim, times, events.map((event) => event.params?.["effect"] as Effect));
}
