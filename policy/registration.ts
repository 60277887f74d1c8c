/** Whether an item can be registered for a longer warranty, and until when: what the policy says of it today. Pure. */
import type { Claim } from "./claim.ts";
import { AFTER, NOT_BEGUN, WITHIN, type Atom, type Compiled } from "./compile.ts";
import { endText } from "./ends.ts";
import { factBits } from "./factReader.ts";
import { clocksIn, isMet, registeringTerms } from "./kinds.ts";
import { possible } from "./relevant.ts";
import type { Clause, Policy } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { runnerFor } from "./runner.ts";
import { beginTimes, clockState, purchaseDay, zoneOf } from "./situation.ts";

/**
 * `open`: it can be, until the day named. `not_begun`: the time starts with an event that is still to come. `unknown`: the
 * event's day is not known. `over`: the time ended on the day named. `none`: registering gives this item nothing.
 */
export type RegistrationTerms = Readonly<{ state: "open" | "not_begun" | "unknown" | "over" | "none"; until: string | null; clauses: readonly Pick<Clause, "id" | "says">[] }>;

/** What registering on the claim's `askedAt` would do; the claim must have passed readClaim. Whether it is registered already is not looked at. */
export function registrationTerms(policy: Policy | PolicyInForce, claim: Claim): RegistrationTerms {
  const { registeredAt: _, ...item } = claim.item, asked: Claim = { ...claim, item };
  const { compiled, times, firstDay } = runnerFor(policy, asked.settings), clock = compiled.registration;
  if (clock === undefined) return { state: "none", until: null, clauses: [] };
  beginTimes(times, zoneOf(compiled, asked));
  if (purchaseDay(times, asked) < firstDay) return { state: "none", until: null, clauses: compiled.purchasedFrom ? [compiled.purchasedFrom.clause] : [] };
  const facts = factBits(compiled.slots, asked), terms = registeringTerms(compiled, facts);
  if (terms.length === 0) return { state: "none", until: null, clauses: whyNone(compiled, facts) };
  const state = clockState(times, clock, asked), until = endText(times, clock, asked.zone)?.slice(0, 10) ?? null;
  if (state === AFTER) return { state: "over", until, clauses: whyOver(compiled, facts, clock) };
  return { state: state === WITHIN ? "open" : state === NOT_BEGUN ? "not_begun" : "unknown", until, clauses: clausesOf(terms) };
}

const clausesOf = (atoms: readonly Atom[]): readonly Clause[] => [...new Set(atoms.map(({ clause }) => clause))];
const termsOf = ({ atoms }: Compiled) => atoms.filter((atom) => atom.kind === "term");

/** The clause that asks for it in time; else the one that gives the longer term. */
function whyOver(compiled: Compiled, facts: readonly number[], clock: number): readonly Clause[] {
  const late = compiled.atoms.filter((atom) => atom.kind === "closes" && clocksIn(compiled, atom).includes(clock) && withRegistered(compiled, facts, atom));
  return clausesOf(late.length ? late : registeringTerms(compiled, facts));
}

function withRegistered(compiled: Compiled, facts: readonly number[], atom: Atom): boolean {
  const slot = compiled.slots.findIndex(({ name }) => name === "registered"), bits = compiled.slots[slot]?.bits.get(true) ?? 0;
  return possible(atom, facts.map((known, i) => (i === slot ? bits : known)));
}

/** What the policy says of this kind of item once the ordinary term is over; else the clause whose scope leaves it out. */
function whyNone(compiled: Compiled, facts: readonly number[]): readonly Clause[] {
  const longer = termsOf(compiled).filter((atom) => compiled.registration !== undefined && clocksIn(compiled, atom).includes(compiled.registration));
  const before = new Set(longer.flatMap((atom) => atom.effect.after ?? []));
  const closed = compiled.atoms.filter((atom) => atom.kind === "closes" && atom.when.flat(2).some((test) => "term" in test && test.is === "over" && before.has(test.term)) && atom.when.every((any) => any.some((all) => all.every((test) => !("fact" in test) || isMet(test, facts)))) && atom.when.flat(2).some((test) => "fact" in test));
  return clausesOf(closed.length ? closed : longer);
}
