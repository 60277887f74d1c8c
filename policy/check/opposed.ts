/**
 * Which two atoms say different things of one matter. Whether both can be in force at once is for the search;
 * here is only what counts as "different".
 */
import type { Atom } from "../compile.ts";
import type { Kind } from "./finding.ts";

type Of<K extends Atom["kind"]> = Extract<Atom, { kind: K }>;
type Opposed = Readonly<{ kind: Kind; about: string; difference: string }>;

const quoted = (value: unknown): string => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

function payers(a: Of<"freight">, b: Of<"freight">): Opposed | undefined {
  if (a.leg !== b.leg || a.payer === b.payer) return undefined;
  return { kind: "freight", about: `${a.leg === "duties" ? "duties" : `the ${a.leg} shipping`} of ${a.subject}`, difference: `${a.payer} against ${b.payer}` };
}

/** Words that leave the matter open contradict nothing. */
const saysNothing = new Set<unknown>(["unspecified", undefined]);

function attributes(a: Of<"gives">, b: Of<"gives">): Opposed | undefined {
  if (a.attribute !== b.attribute) return undefined;
  const [one, two] = [a, b].map((atom) => atom.effect[atom.attribute as keyof typeof atom.effect]);
  if (saysNothing.has(one) || saysNothing.has(two) || quoted(one) === quoted(two)) return undefined;
  return { kind: "gives", about: `${a.attribute} of ${a.subject}`, difference: `${quoted(one)} against ${quoted(two)}` };
}

function lengths(a: Of<"term">, b: Of<"term">): Opposed | undefined {
  if (a.name !== b.name || a.effect.after !== b.effect.after) return undefined;
  const text = (atom: Of<"term">): string => `${quoted(atom.effect.period)} from ${atom.effect.after ?? atom.effect.from ?? "delivery"}`;
  return text(a) === text(b) ? undefined : { kind: "term", about: `the term ${a.name}`, difference: `${text(a)} against ${text(b)}` };
}

function promises(a: Of<"answers">, b: Of<"answers">): Opposed | undefined {
  if ((a.effect.kind ?? "limit") !== (b.effect.kind ?? "limit") || a.effect.within === b.effect.within) return undefined;
  return { kind: "promise", about: `the time to act on ${a.subject}`, difference: `${a.effect.within} against ${b.effect.within}` };
}

function fees(a: Of<"deducts" | "charges">, b: Of<"deducts" | "charges">): Opposed | undefined {
  if (a.kind !== b.kind || a.effect.kind !== b.effect.kind) return undefined;
  const text = ({ effect }: Of<"deducts" | "charges">): string => quoted(effect.percent ?? effect.amount ?? effect.amounts ?? effect.of);
  return text(a) === text(b) ? undefined : { kind: "fee", about: `the fee ${a.effect.kind} on ${a.subject}`, difference: `${text(a)} against ${text(b)}` };
}

/** What two atoms that both speak disagree on; undefined where they agree or speak of different matters. */
export function opposed(a: Atom, b: Atom): Opposed | undefined {
  if (a.kind === "freight" && b.kind === "freight") return payers(a, b);
  if (a.kind === "gives" && b.kind === "gives") return attributes(a, b);
  if (a.kind === "term" && b.kind === "term") return lengths(a, b);
  if (a.kind === "answers" && b.kind === "answers") return promises(a, b);
  if ((a.kind === "deducts" || a.kind === "charges") && (b.kind === "deducts" || b.kind === "charges")) return fees(a, b);
  return undefined;
}

/** Remedies that leave the choice to the merchant, and what a customer could otherwise insist on. */
const choices: Readonly<Record<string, readonly string[]>> = {
  repair_or_replacement: ["repair", "replacement"],
  paid_repair_or_replacement: ["paid_repair"],
};
/** Remedies offered for money, and what the same sentence would refuse for nothing. */
const forMoney: Readonly<Record<string, readonly string[]>> = {
  paid_repair: ["repair", "replacement", "repair_or_replacement"],
  paid_repair_or_replacement: ["repair", "replacement", "repair_or_replacement"],
};

/** One clause lets the merchant choose between remedies, the other promises one of them. */
export const leavesChoice = (a: Atom, b: Atom): boolean => a.kind === "opens" && b.kind === "opens" && (choices[a.subject] ?? []).includes(b.subject);

/** One clause refuses a remedy, the other offers it for money. */
export const offersForMoney = (opening: Atom, closing: Atom): boolean => opening.kind === "opens" && closing.kind === "closes" && (forMoney[opening.subject] ?? []).includes(closing.subject);
