/**
 * A remedy's plan as an answer to one claim. What is the same for every claim of the plan is made once and shared,
 * frozen; days, amounts and promises are filled in per claim. Every answer has all fields, so that they are alike
 * to the machine; those that do not apply are undefined and are not written to JSON.
 */
import type { Claim } from "./claim.ts";
import type { Compiled } from "./compile.ts";
import type { Fee, RemedyAnswer } from "./decision.ts";
import { endText, firstTurn, latestEnd } from "./ends.ts";
import { formatMinor } from "./money.ts";
import { promisesFor, promisesPlan, type PromisesPlan } from "./promises.ts";
import type { RemedyPlan, Turn } from "./plan.ts";
import { chargesOf, paysOut, settle, sharesDelivery, type FeeAtom, type Paid } from "./settle.ts";
import type { Times } from "./situation.ts";
import { replacementOf } from "./terms.ts";
import { tradeTerms } from "./tradeTerms.ts";

/**
 * A remedy's plan with the parts of its answer that no claim changes; each is named as in the answer. `shares`: the first
 * delivery is part of what is paid back; `owes`: the clauses that charge where nothing is paid out.
 */
export type AnswerPlan = Readonly<{
  plan: RemedyPlan; pays: boolean; charges: boolean; trades: boolean; givesShipping: boolean; shares: boolean; owes: readonly FeeAtom[]; promises: PromisesPlan | undefined; ends: readonly number[]; turns: readonly Turn[];
  remedy: RemedyAnswer["remedy"]; status: RemedyAnswer["status"]; freight: RemedyAnswer["freight"]; dutiesPaidBy: RemedyAnswer["dutiesPaidBy"];
  replacement: RemedyAnswer["replacement"]; times: number | undefined; onlyIf: RemedyAnswer["onlyIf"]; requires: RemedyAnswer["requires"]; missing: RemedyAnswer["missing"];
  asks: RemedyAnswer["asks"]; separateProcess: true | undefined; because: RemedyAnswer["because"];
}>;

const none: readonly never[] = Object.freeze([]);
/** What clauses give that is part of every answer; anything else given is a trade. */
const usual: ReadonlySet<string> = new Set(["condition", "model", "originalShipping", "times", "onlyIf", "separateProcess"]);

export function answerPlan(compiled: Compiled, plan: RemedyPlan): AnswerPlan {
  const { gives, deducts } = plan;
  const pays = paysOut(plan.remedy);
  return {
    plan: frozen(plan), shares: sharesDelivery(compiled, plan), owes: pays ? plan.charges : [...plan.charges, ...deducts], ends: plan.ends, turns: plan.turns,
    remedy: plan.remedy, status: plan.status, freight: plan.freight, dutiesPaidBy: plan.duties, requires: plan.requires, missing: plan.missing, because: plan.because, pays, trades: [...gives.keys()].some((attribute) => !usual.has(attribute)),
    charges: plan.charges.length > 0 || (!pays && (deducts.length > 0 || gives.has("levels"))),
    givesShipping: gives.get("originalShipping")?.effect.originalShipping === true && !deducts.some((d) => d.effect.kind === "original_shipping"),
    promises: promisesPlan(plan.answers),
    replacement: replacementOf(gives),
    times: gives.get("times")?.effect.times, onlyIf: gives.get("onlyIf")?.effect.onlyIf,
    asks: plan.asks.length ? plan.asks : undefined, separateProcess: gives.get("separateProcess")?.effect.separateProcess || undefined,
  };
}

/** Answers share these parts of a plan, so nobody who gets one may write to them. */
function frozen(plan: RemedyPlan): RemedyPlan {
  for (const part of [plan.because, plan.freight, plan.missing, plan.requires, ...plan.requires, plan.asks, ...plan.asks]) Object.freeze(part);
  return plan;
}

/** Whether an answer needs what was paid. */
export const needsMoney = ({ pays, charges, trades }: AnswerPlan): boolean => pays || charges || trades;

/** The answer of a plan for a claim; `paid` is there where needsMoney says so, `back` is what isBack says of the claim. */
export function answerFor(compiled: Compiled, skeleton: AnswerPlan, times: Times, claim: Claim, paid: Paid | undefined, back: boolean): RemedyAnswer {
  const { promises, turns } = skeleton;
  const money = paid && skeleton.pays ? settle(compiled, skeleton, paid) : undefined;
  const own = paid && skeleton.charges ? chargesOf(compiled, skeleton, paid) : none;
  const until = latestEnd(times, skeleton.ends, claim.zone);
  const turn = turns.length ? firstTurn(times, turns, until) : undefined;
  const promised = promises && promisesFor(compiled, promises, claim, times.zone, back);
  const answer: RemedyAnswer = {
    remedy: skeleton.remedy, status: skeleton.status,
    refund: money && paid && { amount: formatMinor(money.refund, paid.digits), currency: paid.currency },
    base: money && paid && { price: formatMinor(money.price, paid.digits), tax: formatMinor(money.tax, paid.digits), shipping: formatMinor(money.shipping, paid.digits) },
    refundsOriginalShipping: money && (money.shipping > 0 ? !keepsShipping(money.deductions) : skeleton.givesShipping),
    deductions: money ? money.deductions : none,
    charges: money?.charges.length ? [...money.charges, ...own] : own,
    freight: skeleton.freight, dutiesPaidBy: skeleton.dutiesPaidBy, replacement: skeleton.replacement, times: skeleton.times, onlyIf: skeleton.onlyIf,
    until, termsUntil: turn ? (endText(times, turn.clock, claim.zone) ?? until) : until, termsAfter: turn?.terms,
    requires: skeleton.requires, missing: skeleton.missing, asks: skeleton.asks, separateProcess: skeleton.separateProcess,
    respondWithin: promises && promised?.[promises.first], promises: promised, because: skeleton.because,
  };
  return paid && skeleton.trades ? { ...answer, ...tradeTerms(compiled, skeleton.plan, claim, times.zone, paid, money?.refund) } : answer;
}

function keepsShipping(deductions: readonly Fee[]): boolean {
  for (const fee of deductions) if (fee.kind === "original_shipping") return true;
  return false;
}
