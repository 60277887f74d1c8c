/** Effects of fired rules put together to an answer; what any caller of a rule engine has to write himself. */
import type { Claim } from "../../../policy/claim.ts";
import { formatDay } from "../../../policy/dates.ts";
import type { Effect } from "./camstroRules.ts";
import { in1, in2, in3, in30, in90, type ClaimTimes } from "./claimTimes.ts";
import { refundOf } from "./refund.ts";
import type { PlainAnswer, PlainRemedy } from "./plainAnswer.ts";

type Draft = { until: string | null; termsUntil: string | null; closed: boolean; person: boolean; shipping: boolean; label: boolean; return: string; outbound: string; open: boolean };

function draftOf(drafts: Map<string, Draft>, remedy: string): Draft {
  let draft = drafts.get(remedy);
  if (!draft) drafts.set(remedy, (draft = { until: null, termsUntil: null, closed: false, person: false, shipping: false, label: false, return: "none", outbound: "none", open: false }));
  return draft;
}

function limitText(limit: string, times: ClaimTimes): string | null {
  switch (limit) {
    case "30 days": return formatDay(in30(times.from));
    case "90 days": return formatDay(in90(times.from));
    case "2 years": return formatDay(in2(times.from));
    case "3 years": return formatDay(in3(times.from));
    default: return null;
  }
}

function apply(effect: Effect, drafts: Map<string, Draft>, times: ClaimTimes): void {
  if ("opens" in effect) for (const remedy of effect.opens) Object.assign(draftOf(drafts, remedy), { open: true, until: limitText(effect.until, times) });
  else if ("closes" in effect) for (const remedy of effect.closes) draftOf(drafts, remedy).closed = true;
  else if ("person" in effect) for (const remedy of effect.person) draftOf(drafts, remedy).person = true;
  else if ("withShipping" in effect) for (const remedy of effect.withShipping) draftOf(drafts, remedy).shipping = true;
  else if ("takesLabel" in effect) for (const remedy of effect.takesLabel) draftOf(drafts, remedy).label = true;
  else if ("freight" in effect) for (const remedy of effect.freight) Object.assign(draftOf(drafts, remedy), { return: effect.return, outbound: effect.outbound, termsUntil: effect.yearOnly ? formatDay(in1(times.from)) : null });
}

const paying: ReadonlySet<string> = new Set(["refund", "cancel"]);

function remedyOf(remedy: string, draft: Draft, claim: Claim): PlainRemedy {
  const money = paying.has(remedy) ? refundOf(claim, draft.shipping, draft.label) : undefined;
  const turns = draft.until !== null && draft.termsUntil !== null && draft.termsUntil < draft.until;
  return {
    remedy, status: draft.person ? "needs_human" : "open", refund: money?.amount ?? null, deductions: money?.deductions ?? [], return: draft.return, outbound: paying.has(remedy) ? "none" : draft.outbound,
    until: draft.until, termsUntil: turns ? draft.termsUntil : draft.until,
  };
}

/** The answer that follows from the effects of all rules that fired. */
export function assemble(claim: Claim, times: ClaimTimes, effects: readonly Effect[]): PlainAnswer {
  if (effects.some((effect) => "outcome" in effect)) return { claim: claim.id, outcome: "undetermined", remedies: [] };
  const drafts = new Map<string, Draft>();
  for (const effect of effects) apply(effect, drafts, times);
  const remedies: PlainRemedy[] = [];
  for (const [remedy, draft] of drafts) if (draft.open && !draft.closed) remedies.push(remedyOf(remedy, draft, claim));
  const outcome = remedies.some((r) => r.status === "open") ? "remedies_open" : remedies.length ? "needs_human" : "declined";
  return { claim: claim.id, outcome, remedies };
}
