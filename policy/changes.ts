/** What would change the answer: single facts turned to what a customer can supply or an inspection can find. */
import { UNKNOWN, type Compiled } from "./compile.ts";
import type { Change } from "./decision.ts";
import type { FactName } from "./facts.ts";
import type { Situation } from "./evaluation.ts";
import type { Plan, RemedyPlan } from "./plan.ts";
import { reason } from "./reason.ts";

type Turn = Readonly<{ fact: string; to: string; sets: Readonly<Partial<Record<FactName, string | boolean | null>>>; onlyFor?: "fault" }>;

/** null empties a fact of several words. */
const turns: readonly Turn[] = [
  { fact: "inspection.finding", to: "defect_confirmed", sets: { finding: "defect_confirmed", noFaultFound: false }, onlyFor: "fault" },
  { fact: "inspection.finding", to: "no_fault_found", sets: { finding: "no_fault_found", noFaultFound: true, reason: "unwanted" }, onlyFor: "fault" },
  { fact: "request.packaging", to: "original", sets: { packaging: "original" } },
  { fact: "request.complete", to: "true", sets: { complete: true } },
  { fact: "order.proofOfPurchase", to: "true", sets: { proof: "receipt" } },
  { fact: "request.deviceUnboundAndReset", to: "true", sets: { unbound: true } },
  { fact: "request.missingEvidence", to: "none", sets: { missing: null } },
  { fact: "sendingBack.parcel.hasRma", to: "true", sets: { hasRma: true, rmaOnLabel: true, rmaOnBox: true } },
  { fact: "customer.country", to: "country of purchase", sets: { abroad: false } },
  { fact: "item.sameModelInStock", to: "true", sets: { stock: true } },
];

const faults = ["defective", "damaged_on_arrival", "wrong_item_sent", "lightning", "water_leakage"];

/** The turns that apply to a situation, each with how the answer would differ. */
export const changesFor = (compiled: Compiled, situation: Situation, plan: Plan): readonly Change[] =>
  turnsFrom(compiled, situation.facts).flatMap(({ turn, facts }) => differences(turn, plan, reason(compiled, { ...situation, facts })));

/** The facts after each turn that changes one; clocks that matter then matter for what is said of changes. */
export function turnsFrom(compiled: Compiled, facts: readonly number[]): readonly Readonly<{ turn: Turn; facts: readonly number[] }>[] {
  const claimed = compiled.slots.findIndex((slot) => slot.name === "reason");
  const slot = compiled.slots[claimed];
  const isFault = slot !== undefined && faults.some((word) => ((facts[claimed] ?? 0) & (slot.bits.get(word) ?? 0)) > 2);
  return turns.flatMap((turn) => {
    const next = turn.onlyFor === "fault" && !isFault ? undefined : turned(compiled, facts, turn);
    return next ? [{ turn, facts: next }] : [];
  });
}

/** The facts with a turn applied, or undefined where it changes none that is known. */
function turned(compiled: Compiled, facts: readonly number[], turn: Turn): readonly number[] | undefined {
  let changed = false;
  const next = facts.map((bits, i) => {
    const slot = compiled.slots[i];
    const value = slot ? turn.sets[slot.name] : undefined;
    if (!slot || value === undefined) return bits;
    const to = value === null ? 0 : (slot.bits.get(value) ?? 2);
    if (to === bits || (bits === UNKNOWN && turn.onlyFor === undefined)) return bits;
    changed = true;
    return to;
  });
  return changed ? next : undefined;
}

const better: Readonly<Record<string, number>> = { open: 3, waiting_for_stock: 2, needs_evidence: 1, needs_human: 0 };

function differences(turn: Turn, now: Plan, then: Plan): Change[] {
  const at = { fact: turn.fact, to: turn.to };
  const gained = then.remedies.flatMap((next): Change[] => {
    const had = now.remedies.find((r) => r.remedy === next.remedy);
    if (!had) return [{ ...at, effect: "opens", remedy: next.remedy, because: next.because }];
    const effects = [...feeEffects(had, next), ...freightEffects(had, next)];
    if ((better[next.status] ?? 0) > (better[had.status] ?? 0)) effects.unshift("status " + next.status);
    return effects.map((effect) => ({ ...at, effect, remedy: next.remedy, because: next.because }));
  });
  const lost = now.remedies.filter((had) => !then.remedies.some((next) => next.remedy === had.remedy)).map((had): Change => ({ ...at, effect: "closes", remedy: had.remedy, because: then.declined.find((d) => d.remedy === had.remedy)?.because ?? [] }));
  return [...gained, ...lost];
}

const fees = (plan: RemedyPlan): string[] => [...plan.deducts, ...plan.charges].map((atom) => atom.effect.kind);

function feeEffects(had: RemedyPlan, next: RemedyPlan): string[] {
  const before = fees(had), after = fees(next);
  return [...before.filter((kind) => !after.includes(kind)).map((kind) => `no fee ${kind}`), ...after.filter((kind) => !before.includes(kind)).map((kind) => `fee ${kind}`)];
}

const freightEffects = (had: RemedyPlan, next: RemedyPlan): string[] =>
  (["return", "outbound"] as const).filter((leg) => had.freight[leg] !== next.freight[leg]).map((leg) => `freight ${leg} ${next.freight[leg]}`);
