/** The rules in @gorules/zen-engine: one decision table that collects every row that fits; a row names its rule. */
import { ZenEngine } from "@gorules/zen-engine";
import type { Claim } from "../../../policy/claim.ts";
import { assemble } from "./assemble.ts";
import { camstroRules, ruleFacts } from "./camstroRules.ts";
import { claimTimes } from "./claimTimes.ts";
import type { PlainAnswer } from "./plainAnswer.ts";

const columns = [...new Set(camstroRules.flatMap(({ when }) => Object.keys(when)))];
const effects = camstroRules.map(({ then }) => then);

const table = {
  hitPolicy: "collect",
  inputs: columns.map((field) => ({ id: field, name: field, field })),
  outputs: [{ id: "rule", name: "rule", field: "rule" }],
  rules: camstroRules.map(({ when }, i) => ({
    _id: `row ${i}`, rule: String(i),
    ...Object.fromEntries(columns.map((field) => [field, (when[field] ?? []).map((word) => JSON.stringify(word)).join(", ")])),
  })),
};

const graph = {
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    { id: "rules", name: "rules", type: "decisionTableNode", position: { x: 1, y: 0 }, content: table },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [{ id: "a", sourceId: "in", targetId: "rules", type: "edge" }, { id: "b", sourceId: "rules", targetId: "out", type: "edge" }],
};

const decision = new ZenEngine().createDecision(graph);

export async function decideWithZen(claim: Claim): Promise<PlainAnswer> {
  const times = claimTimes(claim);
  const { result } = await decision.evaluate(ruleFacts(claim, times));
  return assemble(claim, times, (result as readonly { rule: number }[]).flatMap(({ rule }) => effects[rule] ?? []));
}
