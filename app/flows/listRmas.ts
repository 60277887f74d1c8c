/** The queue of returns and claims as the screen lists it, and as a CSV file. */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { App } from "../app.server.ts";
import { csvOf } from "../csv.ts";
import { countByState, findRmas, type RmaSearch } from "../store/rmaList.ts";
import type { RmaWithLines } from "../store/rmas.ts";
import { claimIn, promisedIn } from "./storedLine.ts";

export type ListedRma = Readonly<{
  id: string; number: string; orderName: string; state: string; openedAt: string; dueAt: string | null; isOverdue: boolean; items: string; remedies: readonly string[];
  /** What is still to be paid by currency, such as "68.59 USD". */
  toPay: string;
}>;
export type RmaList = Readonly<{ rmas: readonly ListedRma[]; before: string | null; after: string | null; counts: Readonly<Record<string, number>> }>;

const isOver = new Set(["settled", "closed", "declined", "cancelled"]);

/** What is promised and not paid yet, added up by currency. */
export function waitingMoney(rmas: readonly RmaWithLines[]): string {
  const sums = new Map<string, number>();
  for (const line of rmas.filter((rma) => !isOver.has(rma.state)).flatMap((rma) => rma.lines)) {
    const refund = line.settled < line.quantity ? promisedIn(line)?.refund : undefined;
    if (refund) sums.set(refund.currency, (sums.get(refund.currency) ?? 0) + parseMinor(refund.amount, minorDigits(refund.currency)));
  }
  return [...sums].map(([currency, minor]) => `${formatMinor(minor, minorDigits(currency))} ${currency}`).join(", ");
}

export const listed = (rma: RmaWithLines, now: Date): ListedRma => ({
  id: rma.id, number: rma.number, orderName: rma.orderName, state: rma.state, openedAt: rma.openedAt.toISOString(), dueAt: rma.dueAt?.toISOString() ?? null, isOverdue: rma.dueAt !== null && rma.dueAt < now,
  items: rma.lines.map((line) => `${line.quantity} × ${line.title}`).join(", "), remedies: [...new Set(rma.lines.flatMap((line) => line.remedy ?? []))], toPay: waitingMoney([rma]),
});

/** A page of the queue. */
export async function listRmas(app: App, search: RmaSearch): Promise<RmaList> {
  const [page, counts] = [await findRmas(app.db.prisma, search), await countByState(app.db.prisma, search.shop)], now = app.now();
  return { rmas: page.rmas.map((rma) => listed(rma, now)), before: page.hasBefore ? (page.rmas[0]?.id ?? null) : null, after: page.hasAfter ? (page.rmas.at(-1)?.id ?? null) : null, counts };
}

const MOST_ROWS = 10_000;

/** One row per line of each RMA that the search finds, at most 10,000 RMAs; `headings` in the order of the columns. */
export async function rmasAsCsv(app: App, search: RmaSearch, headings: readonly string[]): Promise<string> {
  const { rmas } = await findRmas(app.db.prisma, { ...search, first: MOST_ROWS, after: null, before: null });
  const rows = rmas.flatMap((rma) => rma.lines.map((line) => {
    const refund = promisedIn(line)?.refund;
    return [rma.number, rma.orderName, rma.state, rma.openedAt.toISOString(), rma.dueAt?.toISOString() ?? "", line.title, line.quantity, line.remedy ?? "", refund?.amount ?? "", refund?.currency ?? claimIn(line).money.currency, line.finding ?? "", line.paidBack ?? ""];
  }));
  return csvOf([headings, ...rows]);
}
