/**
 * A remedy's plan as an answer to one claim. What is the same for every claim of the plan is made once and shared,
 * frozen; days, amounts and promises are filled in per claim. Every answer has all fields, so that they are alike
 * to the machine; those that do not apply are undefined and are not written to JSON.
 */
import type { Claim } from "./claim.ts";
import type { Compiled } from "./compile.ts";
import type { Fee, RemedyAnswer } from "./decision.ts";
import { firstTurn, latestEnd } from "./ends.ts";
import { formatMinor } from "./money.ts";
import { promisesFor, promisesPlan, type PromisesPlan } from "./promises.ts";
import type { RemedyPlan } from "./plan.ts";
import { chargesOf, paysOut, settle, type Paid } from "./settle.ts";
import type { Times } from "./situation.ts";
import { tradeTerms } from "./tradeTerms.ts";

/** A remedy's plan with the parts of its answer that no claim changes. */
export type AnswerPlan = Readonly<{
  plan: RemedyPlan; pays: boolean; charges: boolean; trades: boolean; givesShipping: boolean; promises: PromisesPlan | undefined;
  replacement: RemedyAnswer["replacement"]; times: number | undefined; onlyIf: RemedyAnswer["onlyIf"]; asks: RemedyAnswer["asks"]; separateProcess: true | undefined;
}>;

const none: readonly never[] = Object.freeze([]);
/** What clauses give that is part of every answer; anything else given is a trade. */
const usual: ReadonlySet<string> = new Set(["condition", "model", "originalShipping", "times", "onlyIf", "separateProcess"]);

export function answerPlan(plan: RemedyPlan): AnswerPlan {
  const { gives, deducts } = plan;
  const condition = gives.get("condition")?.effect.condition, model = gives.get("model")?.effect.model;
  const pays = paysOut(plan.remedy);
  return {
    plan: frozen(plan), pays, trades: [...gives.keys()].some((attribute) => !usual.has(attribute)),
    charges: plan.charges.length > 0 || (!pays && (deducts.length > 0 || gives.has("levels"))),
    givesShipping: gives.get("originalShipping")?.effect.originalShipping === true && !deducts.some((d) => d.effect.kind === "original_shipping"),
    promises: promisesPlan(plan.answers),
    replacement: condition || model ? Object.freeze({ condition: condition ?? "unspecified", model: model ?? "same" }) : undefined,
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

/** The answer of a plan for a claim; `paid` is there where needsMoney says so. */
export function answerFor(compiled: Compiled, skeleton: AnswerPlan, times: Times, claim: Claim, paid: Paid | undefined): RemedyAnswer {
  const { plan, promises } = skeleton;
  const money = paid && skeleton.pays ? settle(compiled, plan, paid) : undefined;
  const own = paid && skeleton.charges ? chargesOf(compiled, plan, paid) : none;
  const until = latestEnd(times, plan.ends, claim.zone);
  const promised = promises && promisesFor(compiled, promises, claim, times.zone);
  const answer: RemedyAnswer = {
    remedy: plan.remedy, status: plan.status,
    refund: money && paid && { amount: formatMinor(money.refund, paid.digits), currency: paid.currency },
    base: money && paid && baseText(money.base, paid.digits),
    refundsOriginalShipping: money && (money.base.shipping > 0 ? !keepsShipping(money.deductions) : skeleton.givesShipping),
    deductions: money ? money.deductions : none,
    charges: money?.charges.length ? [...money.charges, ...own] : own,
    freight: plan.freight, dutiesPaidBy: plan.duties, replacement: skeleton.replacement, times: skeleton.times, onlyIf: skeleton.onlyIf,
    until, termsUntil: plan.turns.length ? firstTurn(times, plan.turns, until) : until,
    requires: plan.requires, missing: plan.missing, asks: skeleton.asks, separateProcess: skeleton.separateProcess,
    respondWithin: promises && promised?.[promises.first], promises: promised, because: plan.because,
  };
  return paid && skeleton.trades ? { ...answer, ...tradeTerms(compiled, plan, claim, times.zone, paid, money?.refund) } : answer;
}

function keepsShipping(deductions: readonly Fee[]): boolean {
  for (const fee of deductions) if (fee.kind === "original_shipping") return true;
  return false;
}

const baseText = (base: { price: number; tax: number; shipping: number }, digits: number): NonNullable<RemedyAnswer["base"]> =>
  ({ price: formatMinor(base.price, digits), tax: formatMinor(base.tax, digits), shipping: formatMinor(base.shipping, digits) });
