/** An order for staff in Shopify's own pages: what each line may have, its cases, and what to say at the counter. */
import type { RemedyAnswer } from "../../policy/decision.ts";
import { explain } from "../../policy/explain.ts";
import { capital, listed, needText } from "../../policy/explain/inWords.ts";
import type { ApiRmaState, PosAnswer, PosOrder, StaffOrder, StaffRma } from "../api.ts";
import type { App } from "../app.server.ts";
import type { RmaLine } from "../generated/prisma/client.ts";
import { arrivedOn } from "../shopify/claim.ts";
import type { LineRead } from "../shopify/order.ts";
import { rmasInFull } from "../store/rmaList.ts";
import { openLinesOf, type RmaWithLines } from "../store/rmas.ts";
import type { AccountWords } from "../words/account.ts";
import { dayOrNull, fill, moneyIn } from "../words/inWords.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";
import { quoteLine, type Quote } from "./quoteClaim.ts";
import { availableOf, coverEnd, mayRegister } from "./showCustomerOrder.ts";
import { slipOf } from "./tellRma.ts";

type About = Readonly<{ shop: string; orderId: string; words: AccountWords }>;
type Showing = Readonly<{ app: App; inHand: OrderInHand; words: AccountWords; at: string; open: readonly RmaLine[]; rmas: readonly RmaWithLines[] }>;
type StaffLine = StaffOrder["lines"][number];

const tail = (gid: string): string => gid.split("/").at(-1) ?? "";

/** A case in a line; `path` is the app's own. */
export function staffRma(app: App, rma: RmaWithLines, words: AccountWords): StaffRma {
  const state = rma.state as ApiRmaState;
  return { rmaId: rma.id, number: rma.number, state, stateText: words.states[state], dueAt: rma.dueAt?.toISOString() ?? null, isOverdue: rma.dueAt !== null && rma.dueAt < app.now(), path: `/app/rmas/${rma.id}`, slip: slipOf(app, rma, words.policy.locale.slice(0, 2)) };
}

async function showing(app: App, { shop, orderId, words }: About): Promise<Showing | NotFound> {
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  return { app, inHand, words, at: app.now().toISOString(), open: await openLinesOf(app.db.prisma, shop, orderId), rmas: await rmasInFull(app.db.prisma, shop, orderId) };
}

function quotesOf({ inHand, at, open }: Showing, line: LineRead): Readonly<{ available: number; unwanted: Quote | null; faulty: Quote | null }> {
  const available = availableOf(line, open);
  const quote = (reason: string): Quote | null => {
    const made = available > 0 ? quoteLine(inHand, line, { request: { reason }, quantity: 1, originalBuyer: true }, at) : null;
    return made && "decision" in made ? made : null;
  };
  return { available, unwanted: quote("unwanted"), faulty: quote("defective") };
}

const refusalsOf = ({ inHand, words }: Showing, quote: Quote | null) =>
  quote ? (explain(quote.decision, inHand.policy.inForce, quote.claim, words.policy).customer.find(({ id }) => id === "refused")?.sentences ?? []).map(({ text, clauses }) => ({ text, clauses })) : [];

function remediesOf({ words }: Showing, quote: Quote | null, why: "unwanted" | "faulty"): StaffLine["remedies"] {
  return (quote?.decision.remedies ?? []).map(({ remedy, status, refund, until, because }) => ({
    remedy, label: words.policy.remedies[remedy], status, statusText: words.policy.statuses[status], amount: refund ? moneyIn(words, refund.amount, refund.currency) : null, until: dayOrNull(words, until), for: why, clauses: because,
  }));
}

const last = (quote: Quote | null): string | null => quote?.decision.remedies.flatMap((answer) => answer.until ?? []).sort().at(-1)?.slice(0, 10) ?? null;

function lineIn(s: Showing, line: LineRead): StaffLine {
  const { words, inHand } = s, { available, unwanted, faulty } = quotesOf(s, line), quote = unwanted ?? faulty;
  return {
    lineId: line.id, title: line.title, sku: line.sku, quantity: line.quantity, available, deliveredBy: quote?.delivery.source ?? "none",
    deliveredOn: dayOrNull(words, quote && arrivedOn(quote)),
    returnUntil: dayOrNull(words, last(unwanted)), warrantyUntil: dayOrNull(words, coverEnd(inHand, faulty)), registerUntil: dayOrNull(words, mayRegister(inHand, line, s.at)?.until),
    remedies: [...remediesOf(s, unwanted, "unwanted"), ...remediesOf(s, faulty, "faulty")], refused: refusalsOf(s, unwanted),
  };
}

/** One query at Shopify. */
export async function showStaffOrder(app: App, about: About): Promise<StaffOrder | NotFound> {
  const s = await showing(app, about);
  if ("notFound" in s) return s;
  const { order, policy } = s.inHand;
  return {
    orderId: order.id, name: order.name, policyVersion: policy.row.version, lines: order.lineItems.nodes.map((line) => lineIn(s, line)), rmas: s.rmas.map((rma) => staffRma(app, rma, about.words)), startPath: `/app/orders/${tail(order.id)}/start`,
  };
}

function counterAnswer(s: Showing, quote: Quote | null): PosAnswer {
  const { words } = s;
  if (!quote) return { outcome: "declined", text: words.nothingLeft, remedies: [], refused: [] };
  const needs = (answer: RemedyAnswer): string[] => answer.requires.map(({ need }) => capital(needText(need, words.policy)));
  const remedies = quote.decision.remedies.map((answer) => {
    const { remedy, refund, until } = answer, day = dayOrNull(words, until);
    return { label: words.policy.remedies[remedy], amount: refund ? moneyIn(words, refund.amount, refund.currency) : null, untilText: day ? fill(words.policy.sentences.voices.customer.until.request, { day: day.text }) : words.policy.sentences.voices.customer.noLastDay, needs: needs(answer) };
  });
  return { outcome: quote.decision.outcome, text: remedies.length ? listed(remedies.map(({ label, amount }) => (amount ? `${label} ${amount.text}` : label)), words.policy, "disjunction") : words.pos.none, remedies, refused: refusalsOf(s, quote).map(({ text }) => text) };
}

/** What the customer at the counter may have. */
export async function showAtCounter(app: App, about: About): Promise<PosOrder | NotFound> {
  const s = await showing(app, about);
  if ("notFound" in s) return s;
  const lines = s.inHand.order.lineItems.nodes.map((line) => {
    const { available, unwanted, faulty } = quotesOf(s, line);
    return { lineId: line.id, title: line.title, available, unwanted: counterAnswer(s, unwanted), faulty: counterAnswer(s, faulty) };
  });
  return { orderId: s.inHand.order.id, name: s.inHand.order.name, lines, rmas: s.rmas.map((rma) => staffRma(app, rma, about.words)) };
}
