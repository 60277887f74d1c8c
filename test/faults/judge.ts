/** What a run came to, held against the same chapter without a fault. */
import type { FaultKind } from "./faults.ts";
import type { Ended } from "./run.ts";
import type { Target } from "./steps.ts";

/** `missed`: the fault's step never was the one written down, so nothing was tried. */
export type Verdict = "recovered" | "waitingForPerson" | "lost" | "doubled" | "missed";
/** One run: where, which fault at which step, and what came of it; `why` where it is lost or doubled. */
export type Run = Readonly<{ scenario: string; chapter: number; step: number; fault: FaultKind } & Target>;
export type Judged = Run & Readonly<{ verdict: Verdict; asked: boolean; why: string }>;

/** Numbers of what must never be there twice: refunds, restocked and processed units, returns, exchange lines, payments, metafields, cases. */
function amounts(books: string): number[] {
  const { theirs, ours } = JSON.parse(books) as { theirs: { orders: { refunds: unknown[]; returns: string[]; transactions: unknown[]; metafields: { nodes: unknown[] }; lineItems: { nodes: unknown[] }; totalRefundedSet: { presentmentMoney: { amount: string } } }[]; stock: number }; ours: { rmas: unknown[] } };
  const sum = (of: (order: (typeof theirs.orders)[number]) => number): number => theirs.orders.reduce((n, order) => n + of(order), 0);
  return [
    sum((order) => Number(order.totalRefundedSet.presentmentMoney.amount)), sum((order) => order.refunds.length), sum((order) => order.transactions.length), sum((order) => order.metafields.nodes.length), sum((order) => order.lineItems.nodes.length),
    sum((order) => order.returns.filter((one) => !one.includes("CANCELED")).length), sum((order) => [...order.returns.join("").matchAll(/"processedQuantity":(\d+)/g)].reduce((n, [, units]) => n + Number(units), 0)), theirs.stock, ours.rmas.length,
  ];
}

export const missed = (run: Run): Judged => ({ ...run, verdict: "missed", asked: false, why: "" });

const differing = (a: string, b: string): string => {
  const [one, two] = [a.split("\n"), b.split("\n")], at = one.findIndex((line, i) => line !== two[i]);
  return at < 0 ? "" : `${(one.slice(Math.max(0, at - 1), at + 3)).join(" ").trim()} | ${two.slice(Math.max(0, at - 1), at + 3).join(" ").trim()}`;
};

/** Both sides' books must say what they say without a fault, nothing may be under way for ever, and no event missing or twice. */
export function judged(run: Run, expected: string, { books, waited, asked, left, lost, doubled }: Ended): Judged {
  const say = (verdict: Verdict, why: string): Judged => ({ ...run, verdict, asked, why });
  if (doubled.length) return say("doubled", `in the inbox: ${doubled.join(", ")}`);
  if (books !== expected) {
    const [was, is] = [amounts(expected), amounts(books)];
    return say(is.some((n, i) => n > (was[i] ?? 0)) ? "doubled" : "lost", differing(expected, books));
  }
  if (lost.length || left.length) return say("lost", [...lost.map((one) => `not in the inbox: ${one}`), ...left].join(", "));
  return say(waited ? "waitingForPerson" : "recovered", "");
}
