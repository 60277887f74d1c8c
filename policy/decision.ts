/** The decision: a policy's whole answer to a claim (docs/claim.md). Amounts are decimal text in the currency's minor unit. */
import type { Refusal, Remedy } from "./policy.ts";

export type Outcome = "remedies_open" | "needs_evidence" | "needs_human" | "undetermined" | "declined";
export type Status = "open" | "needs_evidence" | "needs_human" | "waiting_for_stock";
export type Payer = "customer" | "merchant" | "none";

export type Amount = Readonly<{ amount: string; currency: string }>;
/** `per`: owed once for the whole return or order (decideReturn shares it out); `whole`: what it was before it was cut to what is left.
 * What comes off a refund, or is charged where none flows; `amount` is "quote" where the merchant must name it first. */
export type Fee = Readonly<{ kind: string; amount: string; currency?: string; because: readonly string[]; per?: "return" | "order"; whole?: string }>;
export type Requirement = Readonly<{ need: string; because: readonly string[] }>;
/** A fact the answer depends on and nobody has given. */
export type Question = Readonly<{ fact: string; from: "customer" | "person"; because: readonly string[] }>;
/** A promise of the merchant to act: the time, what it runs from, and the day it ends once that has happened. */
export type Promise = Readonly<{ kind: "authorization" | "target" | "limit" | "note"; within: string; from: string; clause: string; due?: string }>;

/** A remedy's terms from the day after `termsUntil`: who pays which way, the unit given, and which kinds of fees begin or end. */
export type TermsAfter = Readonly<{ freight: Readonly<{ return: Payer; outbound: Payer }>; replacement?: Readonly<{ condition: string; model: string }>; feesBegin: readonly string[]; feesEnd: readonly string[]; because: readonly string[] }>;

export type RemedyAnswer = Readonly<{
  remedy: Remedy;
  status: Status;
  refund?: Amount;
  /** How the refund comes about: what was paid for the units, the tax on it, the first delivery's share. */
  base?: Readonly<{ price: string; tax: string; shipping: string }>;
  refundsOriginalShipping?: boolean;
  deductions: readonly Fee[];
  charges: readonly Fee[];
  freight: Readonly<{ return: Payer; outbound: Payer }>;
  dutiesPaidBy?: "customer" | "merchant";
  replacement?: Readonly<{ condition: string; model: string }>;
  times?: number;
  onlyIf?: "not_repairable";
  until: string | null;
  termsUntil: string | null;
  termsAfter?: TermsAfter;
  requires: readonly Requirement[];
  missing: readonly string[];
  asks?: readonly Question[];
  separateProcess?: boolean;
  /** Store credit ends with this day. */
  creditExpires?: string;
  /** What comes on top of the store credit. */
  creditBonus?: Amount & Readonly<{ percent: number }>;
  /** An exchange for something dearer or cheaper: who pays the difference. */
  priceDifference?: Readonly<{ amount: string; currency: string; paidBy: "customer" | "merchant" }>;
  /** What the policy says of such a difference: paid either way, only by the customer, by nobody. */
  differenceRule?: "settled" | "customer_pays" | "none";
  /** What is tried in turn when the same unit is not to be had. */
  fallback?: readonly string[];
  /** Which of them it is by what is in stock, or the stock that must be known first. */
  fallbackTo?: Readonly<{ is: string } | { asks: string }>;
  /** The replacement goes out first; the old unit is due back by a day, or is charged. */
  advance?: Readonly<{ sendBackWithin: string; sendBackBy?: string; otherwise: Amount }>;
  /** Service levels to choose from, each with its fee. */
  levelChosen?: string;
  levels?: readonly Readonly<{ level: string; says: string; charge: Amount | null }>[];
  respondWithin?: Promise;
  promises?: readonly Promise[];
  because: readonly string[];
}>;

export type Declined = Readonly<{ remedy: Refusal; because: readonly string[]; says: string; lapsedOn?: string }>;
/** A remedy that is not open today and opens by itself later. */
export type Later = Readonly<{ remedy: Remedy; from: string | null; because: readonly string[] }>;
/** A fact that, were it otherwise, would change the answer. */
export type Change = Readonly<{ fact: string; to: string; effect: string; remedy: Remedy; because: readonly string[] }>;

export type Decision = Readonly<{
  claim: string;
  policy: Readonly<{ id: string; version: string }>;
  outcome: Outcome;
  remedies: readonly RemedyAnswer[];
  declined: readonly Declined[];
  undetermined?: readonly Readonly<{ remedy: Remedy; setting: string; because: readonly string[] }>[];
  later?: readonly Later[];
  changes?: readonly Change[];
  registerBy?: string;
  readings: readonly string[];
}>;
