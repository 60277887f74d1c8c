/** What the merchant promised: to answer, refund or send within a time, counted from something that happened. */
import type { Claim } from "./claim.ts";
import type { Atom, Compiled } from "./compile.ts";
import { addBusinessDays, dayIn, formatDay, type Day } from "./dates.ts";
import type { Promise as Promised } from "./decision.ts";
import { holidaysOf } from "./situation.ts";

type Span = Readonly<{ count: number; unit: "business days" | "days" | "weeks" }>;
/** A promise as the clause words it, and the spans of which the earliest end is its last day. */
type PromisePlan = Readonly<{ undated: Promised; spans: readonly Span[] }>;
/** The promises of one remedy; `first` is the one that binds: the first limit, or the first of all. `onceBack`: none runs before the item came back. */
export type PromisesPlan = Readonly<{ each: readonly PromisePlan[]; undated: readonly Promised[]; first: number; onceBack: boolean }>;

function spanOf(within: string | undefined): readonly Span[] {
  const [, count, unit] = /^(\d+) (business days|days|weeks)$/.exec(within ?? "") ?? [];
  return count === undefined ? [] : [{ count: Number(count), unit: unit as Span["unit"] }];
}

/** The promises of clauses, or undefined where there are none. */
export function promisesPlan(atoms: readonly Extract<Atom, { kind: "answers" }>[]): PromisesPlan | undefined {
  if (!atoms.length) return undefined;
  const each = atoms.map(({ effect, clause }): PromisePlan => {
    const within = effect.orWithin ? `${effect.within} or ${effect.orWithin}, whichever is earlier` : effect.within;
    return { undated: { kind: effect.kind ?? "limit", within, from: effect.from, clause: clause.id }, spans: [...spanOf(effect.within), ...spanOf(effect.orWithin)] };
  });
  const limit = each.findIndex(({ undated }) => undated.kind === "limit");
  return { each, undated: Object.freeze(each.map(({ undated }) => Object.freeze(undated))), first: Math.max(limit, 0), onceBack: each.every(({ undated }) => undated.from !== "request") };
}

function startedAt(from: string, claim: Claim): string | undefined {
  switch (from) {
    case "request": return claim.askedAt;
    case "received_by_merchant": case "receipt_confirmed": return claim.sendingBack?.receivedAt;
    case "inspected_and_rma_confirmed": case "inspection_passed": return claim.inspection?.at;
    default: return undefined;
  }
}

function endOf(compiled: Compiled, { count, unit }: Span, start: Day, claim: Claim): Day {
  return unit === "business days" ? addBusinessDays(start, count, holidaysOf(compiled, claim)) : start + count * (unit === "weeks" ? 7 : 1);
}

function dueDay(compiled: Compiled, spans: readonly Span[], start: Day, claim: Claim): Day {
  let due = Infinity;
  for (const span of spans) due = Math.min(due, endOf(compiled, span, start, claim));
  return due;
}

/** Whether the item is known to have come back or been inspected on a day, so that a promise may run from it. */
export const isBack = ({ inspection, sendingBack }: Claim): boolean => Boolean(inspection?.at) || sendingBack?.receivedAt !== undefined;

/** The promises with their last days, as far as what they run from has happened; `back` is what isBack says of the claim. */
export function promisesFor(compiled: Compiled, plan: PromisesPlan, claim: Claim, zone: string, back: boolean): readonly Promised[] {
  if (plan.onceBack && !back) return plan.undated;
  let dated: Promised[] | undefined;
  for (let i = 0; i < plan.each.length; i++) {
    const promise = plan.each[i];
    const from = promise?.spans.length ? startedAt(promise.undated.from, claim) : undefined;
    if (!promise || from === undefined) continue;
    const { kind, within, clause } = promise.undated;
    dated ??= plan.undated.slice();
    dated[i] = { kind, within, from: promise.undated.from, clause, due: formatDay(dueDay(compiled, promise.spans, dayIn(from, zone), claim)) };
  }
  return dated ?? plan.undated;
}
