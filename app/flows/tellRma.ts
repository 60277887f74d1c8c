/** A case as its customer sees it: the steps, what to do now, where and how to send it, and the slip. */
import { listed, wordFor } from "../../policy/explain/inWords.ts";
import type { ApiRmaState, CustomerRma } from "../api.ts";
import type { App } from "../app.server.ts";
import type { TimelineEntry } from "../generated/prisma/client.ts";
import { returnAddressFor } from "../settings.ts";
import type { RmaWithLines } from "../store/rmas.ts";
import type { ShopRow } from "../store/shops.ts";
import { entriesOf } from "../store/timeline.ts";
import type { AccountWords } from "../words/account.ts";
import { dateIn, fill, moneyIn } from "../words/inWords.ts";
import { chargesIn } from "./charges.ts";
import { instructionsOf } from "./packingSlip.ts";
import type { RepairQuote } from "./repairQuote.ts";
import { claimIn, promisedIn } from "./storedLine.ts";

type Step = CustomerRma["steps"][number]["step"];
type Telling = Readonly<{ app: App; row: ShopRow; words: AccountWords }>;

const SLIP_MINUTES = 60;
const hasSlip = new Set(["approved", "under_way"]);
const onTheWayOut = new Set(["declined", "cancelled"]);

/** A signed address of the packing slip, good for an hour; null where nothing is to be sent. */
export function slipOf(app: App, rma: Pick<RmaWithLines, "shop" | "id" | "state" | "lines">, locale: string): CustomerRma["slip"] {
  if (!hasSlip.has(rma.state) || rma.lines.every((line) => line.fulfillmentLineId === null)) return null;
  const until = new Date(app.now().getTime() + SLIP_MINUTES * 60_000);
  return { url: `${app.env.SHOPIFY_APP_URL}/api/slip/${app.signed.sign("slip", { shop: rma.shop, rmaId: rma.id, locale }, until)}`, until: until.toISOString() };
}

/** How far each state is along the steps. */
const reached: Readonly<Record<string, Step>> = { requested: "requested", approved: "approved", under_way: "sent", received: "received", inspected: "inspected", settling: "inspected", settled: "done", closed: "done", declined: "declined", cancelled: "cancelled" };
/** The timeline's kind that marks a step. */
const marks: Readonly<Record<Step, string>> = { requested: "requested", approved: "approved", sent: "under_way", received: "received", inspected: "inspected", paid: "settled", done: "settled", declined: "declined", cancelled: "cancelled" };

function stepsOf(rma: RmaWithLines, entries: readonly TimelineEntry[], words: AccountWords): CustomerRma["steps"] {
  const comesBack = rma.lines.some((line) => line.fulfillmentLineId !== null), pays = rma.lines.some((line) => promisedIn(line)?.refund !== undefined);
  const usual: Step[] = ["requested", "approved", ...(comesBack ? (["sent", "received", "inspected"] as const) : []), ...(pays ? (["paid"] as const) : []), "done"];
  const ended = onTheWayOut.has(rma.state), order: Step[] = ended ? ["requested", rma.state as Step] : usual;
  const at = rma.state === "settled" || rma.state === "closed" ? order.length : order.indexOf(reached[rma.state] ?? "requested");
  return order.map((step, i) => {
    const entry = entries.find(({ kind }) => kind === marks[step]);
    const state = ended || i < at || at === order.length ? "done" : i === at ? (step === "requested" ? "now" : "done") : i === at + 1 && at > 0 ? "now" : "next";
    return { step, label: words.steps[step], state, on: state === "next" ? null : dateIn(words, entry?.at ?? null), text: null };
  });
}

function nextOf({ words }: Telling, rma: RmaWithLines, hasAddress: boolean): string[] {
  const n = words.next, quoted = rma.lines.flatMap((line) => (line.quote ? [line.quote as unknown as RepairQuote] : [])).filter(({ accepted }) => accepted === null);
  const open = chargesIn(rma).filter(({ state, amount }) => state === "open" && amount !== null);
  const owed = open.map(({ amount, currency }) => fill(n.pay, { amount: moneyIn(words, amount ?? "0", currency).text }));
  const price = [...quoted.map(({ amount, currency }) => fill(n.quote, { amount: moneyIn(words, amount, currency).text })), ...owed];
  const due = dateIn(words, rma.dueAt), by = dateIn(words, rma.shipBackBy);
  switch (rma.state) {
    case "requested": return [...price, due ? fill(n.waitBy, { day: due.text }) : n.wait];
    case "approved": return rma.lines.some((line) => line.fulfillmentLineId !== null) ? [...price, by ? fill(n.sendBy, { day: by.text }) : n.send, ...(hasAddress ? [] : [n.addressFollows])] : [...price, n.paying];
    case "under_way": return [...price, n.onItsWay];
    case "received": return [...price, n.inspecting];
    case "inspected": case "settling": return price.length ? price : [n.paying];
    default: return owed;
  }
}

function sendOf({ row, words }: Telling, rma: RmaWithLines, entries: readonly TimelineEntry[]): CustomerRma["send"] {
  const first = rma.lines.find((line) => line.fulfillmentLineId !== null);
  if (!first || !hasSlip.has(rma.state)) return null;
  const address = returnAddressFor(row.settings, claimIn(first).customer.country), paidBy = promisedIn(first)?.freight.return ?? "customer";
  const { tracking } = (entries.findLast(({ kind }) => kind === "under_way")?.data ?? {}) as { tracking?: string };
  return { address: address?.lines ?? [], by: dateIn(words, rma.shipBackBy), paidBy, paidByText: words.freight[paidBy], instructions: instructionsOf(rma, words), tracking: tracking ?? null };
}

function lineIn(words: AccountWords, line: RmaWithLines["lines"][number]): CustomerRma["lines"][number] {
  const promised = promisedIn(line), quote = line.quote as unknown as RepairQuote | null, { currency } = claimIn(line).money;
  const money = (amount: string | null | undefined) => (amount ? moneyIn(words, amount, currency) : null);
  const remedy = line.remedy as CustomerRma["lines"][number]["remedy"];
  return {
    rmaLineId: line.id, lineId: line.lineId, title: line.title, quantity: line.quantity, remedy, remedyText: remedy ? wordFor(words.policy.remedies, remedy) : "",
    promised: money(promised?.refund?.amount), paidBack: money(line.paidBack), quote: quote && { amount: moneyIn(words, quote.amount, quote.currency), accepted: quote.accepted },
  };
}

const withdrawable = new Set(["requested", "approved"]);

/** The case with its timeline. Nothing is asked of Shopify. */
export async function tellRma(app: App, row: ShopRow, rma: RmaWithLines, words: AccountWords): Promise<CustomerRma> {
  const t: Telling = { app, row, words }, entries = await entriesOf(app.db.prisma, rma.shop, rma.id), send = sendOf(t, rma, entries), state = rma.state as ApiRmaState;
  const declined = rma.state === "declined" ? entries.findLast(({ kind }) => kind === "declined")?.text : undefined;
  return {
    rmaId: rma.id, returnId: rma.returnId, number: rma.number, state, stateText: words.states[state], openedOn: dateIn(words, rma.openedAt) ?? { on: "", text: "" }, lines: rma.lines.map((line) => lineIn(words, line)),
    steps: stepsOf(rma, entries, words), next: nextOf(t, rma, (send?.address.length ?? 0) > 0), send, slip: slipOf(app, rma, words.policy.locale.slice(0, 2)),
    mayCancel: withdrawable.has(rma.state), maySayTracking: rma.state === "approved" && send !== null, declined: declined ?? null,
  };
}

/** "Refund or Exchange" of what a case holds, for lists. */
export const remediesText = (rma: RmaWithLines, words: AccountWords): string => listed([...new Set(rma.lines.flatMap((line) => (line.remedy ? [wordFor(words.policy.remedies, line.remedy)] : [])))], words.policy);
