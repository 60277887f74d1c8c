/** What reason() works out for one kind of claim: an answer without dates and amounts. */
import type { Atom } from "./compile.ts";
import type { Payer, Status, TermsAfter } from "./decision.ts";
import type { Refusal, Remedy } from "./policy.ts";

/** Terms that change when a clock ends. */
export type Turn = Readonly<{ clock: number; terms: TermsAfter }>;

export type RemedyPlan = Readonly<{
  remedy: Remedy;
  status: Status;
  because: readonly string[];
  freight: Readonly<{ return: Payer; outbound: Payer }>;
  duties?: "customer" | "merchant";
  gives: ReadonlyMap<string, Extract<Atom, { kind: "gives" }>>;
  requires: readonly Readonly<{ need: string; because: readonly string[] }>[];
  missing: readonly string[];
  asks: readonly Readonly<{ fact: string; from: "customer" | "person"; because: readonly string[] }>[];
  deducts: readonly Extract<Atom, { kind: "deducts" }>[];
  charges: readonly Extract<Atom, { kind: "charges" }>[];
  /** Kinds of fees that do not apply. */
  waived: ReadonlySet<string>;
  answers: readonly Extract<Atom, { kind: "answers" }>[];
  /** Clocks whose latest end is the last day; empty: no last day. */
  ends: readonly number[];
  /** Clocks at whose end terms of this remedy change, and to what. */
  turns: readonly Turn[];
}>;

export type Plan = Readonly<{
  remedies: readonly RemedyPlan[];
  declined: readonly Readonly<{ remedy: Refusal; because: readonly string[]; says: string; lapsed: readonly number[] }>[];
  undetermined: readonly Readonly<{ remedy: Remedy; setting: string; because: readonly string[] }>[];
  later: readonly Readonly<{ remedy: Remedy; clock: number; because: readonly string[] }>[];
  /** The clock of the registration that is still open, with its clause. */
  conflicts: readonly Readonly<{ matter: string; clauses: readonly string[] }>[];
}>;
