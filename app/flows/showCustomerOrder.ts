/** A customer's order as their account shows it: what each item may have today and until when, their cases, and whether it can be cancelled. */
import { decideReturn } from "../../policy/decideReturn.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import { explain } from "../../policy/explain.ts";
import { asList, type Policy, type Scope } from "../../policy/policy.ts";
import { formatDay, dayIn as civilDay } from "../../policy/dates.ts";
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { ApiReason, ApiSentence, CustomerLine, CustomerOrder } from "../api.ts";
import type { App } from "../app.server.ts";
import type { RmaLine } from "../generated/prisma/client.ts";
import { parcelsOf } from "../shopify/deliveries.ts";
import type { LineRead } from "../shopify/order.ts";
import { rmasInFull } from "../store/rmaList.ts";
import { openLinesOf } from "../store/rmas.ts";
import type { AccountWords } from "../words/account.ts";
import { dayIn, dayOrNull, moneyIn } from "../words/inWords.ts";
import { unitsOf } from "./askedUnits.ts";
import { ownOrder } from "./customerAsks.ts";
import { warrantyUntil } from "./lineCoverage.ts";
import type { NotFound, OrderInHand } from "./orderInHand.ts";
import { quoteLine, type Quote } from "./quoteClaim.ts";
import { termsOf } from "./registerProduct.ts";
import { feesIn } from "./tellQuote.ts";
import { tellRma } from "./tellRma.ts";

type Showing = Readonly<{ app: App; inHand: OrderInHand; words: AccountWords; at: string; open: readonly RmaLine[] }>;
type Action = CustomerLine["actions"][number];

/** Reasons a customer is offered, in the order they are shown; the policy's own ones are added. */
const offered = ["unwanted", "wrong_item_ordered", "defective", "damaged_on_arrival", "wrong_item_sent", "not_as_described", "missing_parts", "not_received"] as const;
const groups: Readonly<Record<string, ApiReason["group"]>> = {
  unwanted: "unwanted", wrong_item_ordered: "unwanted", too_small: "unwanted", too_large: "unwanted", changed_mind: "unwanted", defective: "faulty", damaged_on_arrival: "faulty", wrong_item_sent: "faulty", not_as_described: "faulty", missing_parts: "faulty",
  lightning: "faulty", water_leakage: "faulty", not_received: "delivery",
};
/** Reasons that a customer does not choose at the start of a request. */
const notOffered = new Set(["cancel", "accidental_return", "personal_item", "lost", "stolen", "none_by_right"]);

const scopesIn = (value: unknown): Scope[] =>
  typeof value !== "object" || value === null ? [] : Object.entries(value).flatMap(([name, inner]): Scope[] => (name === "when" || name === "unless" ? [...asList(inner as Scope | Scope[])] : scopesIn(inner)));

/** What may be wrong, in plain words: the usual reasons, those the policy names, and anything else last. */
export function reasonsOf(policy: Policy, words: AccountWords): ApiReason[] {
  const named = scopesIn(policy.clauses).flatMap((scope) => [...asList(scope.reason), ...asList(scope.claimedReason)]).filter((reason): reason is string => typeof reason === "string");
  return [...new Set<string>([...offered, ...named, "other"])].filter((reason) => !notOffered.has(reason) && Object.hasOwn(words.reasons, reason))
    .map((value) => ({ value, label: words.reasons[value as keyof typeof words.reasons], group: groups[value] ?? "other" }));
}

const last = (answers: readonly RemedyAnswer[]): string | null => answers.flatMap((answer) => answer.until ?? []).sort().at(-1)?.slice(0, 10) ?? null;

const quoteFor = ({ inHand, at }: Showing, line: LineRead, reason: string): Quote | null => {
  const quote = quoteLine(inHand, line, { request: { reason }, quantity: 1, originalBuyer: true }, at);
  return "decision" in quote ? quote : null;
};

/** Units of a line that nobody speaks for and that were not refunded. */
export const availableOf = (line: LineRead, open: readonly RmaLine[]): number =>
  Math.max(0, line.refundableQuantity - open.filter((one) => one.lineId === line.id).reduce((n, one) => n + one.quantity - one.settled, 0));

function groupsOf({ inHand: { order }, words, open }: Showing, line: LineRead): CustomerLine["groups"] {
  const parcels = parcelsOf(order, line.id).map(({ fulfillmentLineId, quantity, deliveredAt }) => {
    const spoken = open.filter((one) => one.fulfillmentLineId === fulfillmentLineId).reduce((n, one) => n + one.quantity - one.settled, 0), state = deliveredAt ? ("delivered" as const) : ("on_its_way" as const);
    return { quantity, available: Math.max(0, quantity - spoken), state, stateText: words.parcels[state], deliveredOn: deliveredAt ? dayIn(words, formatDay(civilDay(deliveredAt, order.shippingAddress?.timeZone ?? "UTC"))) : null };
  });
  const rest = line.quantity - parcels.reduce((n, parcel) => n + parcel.quantity, 0);
  return rest > 0 ? [...parcels, { quantity: rest, available: rest, state: "not_shipped", stateText: words.parcels.not_shipped, deliveredOn: null }] : parcels;
}

/** The answers that a button may promise: not those that only say what would be if it were sent. */
const answersOf = (quote: Quote | null): readonly RemedyAnswer[] => quote?.decision.remedies ?? [];

function actionsOf(s: Showing, line: LineRead, quotes: Readonly<{ unwanted: Quote | null; faulty: Quote | null }>): Action[] {
  const { words } = s, status = quotes.unwanted?.claim.order.status, until = (answers: readonly RemedyAnswer[]) => dayOrNull(words, last(answers));
  const action = (kind: Action["kind"], answers: readonly RemedyAnswer[], reason: string | null): Action[] => (answers.length ? [{ kind, label: words.actions[kind], until: until(answers), reason }] : []);
  if (status === "not_shipped" || status === "produced") return action("cancel", answersOf(quoteFor(s, line, "cancel")).filter(({ remedy }) => remedy === "cancel"), "cancel");
  if (status === "shipped") return action("not_received", answersOf(quoteFor(s, line, "not_received")), "not_received");
  const register = mayRegister(s.inHand, line, s.at);
  return [...action("return", answersOf(quotes.unwanted), "unwanted"), ...action("warranty", answersOf(quotes.faulty), "defective"), ...(register ? [{ kind: "register" as const, label: words.actions.register, until: dayOrNull(words, register.until), reason: null }] : [])];
}

/** Until when a unit that is not registered yet can be; null where none can. */
export function mayRegister(inHand: OrderInHand, line: LineRead, at: string): Readonly<{ until: string | null }> | null {
  const terms = (inHand.facts.registered?.get(line.id)?.length ?? 0) < line.currentQuantity ? termsOf(inHand, line, at) : null;
  return terms?.state === "open" ? { until: terms.until ?? null } : null;
}

/** The last day of a faulty unit's cover, a registered one's with the term that follows. */
export const coverEnd = ({ policy }: OrderInHand, faulty: Quote | null): string | null => (faulty ? (warrantyUntil(policy, faulty.claim) ?? last(answersOf(faulty))) : null);

/** Why there is nothing to press: the first refusal, in a sentence with its clauses. */
function nothingOf({ inHand, words }: Showing, quote: Quote | null): ApiSentence | null {
  if (!quote) return { text: words.nothingLeft, clauses: [] };
  const { customer } = explain(quote.decision, inHand.policy.inForce, quote.claim, words.policy);
  const [first] = customer.find(({ id }) => id === "refused")?.sentences ?? customer.find(({ id }) => id === "undetermined")?.sentences ?? [];
  return first ? { text: first.text, clauses: first.clauses } : { text: words.policy.sentences.outcomes.customer[quote.decision.outcome], clauses: [] };
}

const todayOf = (words: AccountWords, quote: Quote | null, reason: "unwanted" | "faulty"): CustomerLine["today"] =>
  answersOf(quote).map(({ remedy, refund, until }) => ({ remedy, label: words.policy.remedies[remedy], amount: refund ? moneyIn(words, refund.amount, refund.currency) : null, until: dayOrNull(words, until), for: reason }));

const pictureOf = ({ image, title }: LineRead): CustomerLine["image"] => image && { url: String(image.url), alt: image.altText || title };

function lineIn(s: Showing, line: LineRead): CustomerLine {
  const { words } = s, available = availableOf(line, s.open), [registered] = s.inHand.facts.registered?.get(line.id) ?? [];
  const quotes = available > 0 ? { unwanted: quoteFor(s, line, "unwanted"), faulty: quoteFor(s, line, "defective") } : { unwanted: null, faulty: null };
  const actions = actionsOf(s, line, quotes);
  return {
    lineId: line.id, title: line.title, variant: line.variantTitle, image: pictureOf(line), quantity: line.quantity, available, groups: groupsOf(s, line),
    returnUntil: dayOrNull(words, last(answersOf(quotes.unwanted))), warrantyUntil: dayOrNull(words, coverEnd(s.inHand, quotes.faulty)), registerUntil: actions.find(({ kind }) => kind === "register")?.until ?? null,
    registered: registered ? { on: dayIn(words, registered.on), serial: registered.serial } : null,
    today: [...todayOf(words, quotes.unwanted, "unwanted"), ...todayOf(words, quotes.faulty, "faulty")], actions, nothing: actions.length ? null : nothingOf(s, quotes.unwanted ?? quotes.faulty),
  };
}

/** Cancelling the whole order, where nothing has left and the policy opens it for every line. */
function cancelOf({ inHand, words, open, at }: Showing): CustomerOrder["cancel"] {
  const { order, policy } = inHand, currency = order.presentmentCurrencyCode, digits = minorDigits(currency);
  if (order.cancelledAt || order.fulfillments.length > 0 || open.length > 0) return null;
  const units = unitsOf(inHand, order.lineItems.nodes.map((line) => ({ lineId: line.id, quantity: line.refundableQuantity, request: { reason: "cancel" }, originalBuyer: true, remedy: "cancel" as const })), open, at);
  if ("refused" in units) return null;
  const result = decideReturn(policy.inForce, units.units.map(({ claim }) => claim), Object.fromEntries(units.units.map(({ claim }) => [claim.id, "cancel" as const])));
  if ("errors" in result) return null;
  const counted = result.decision.lines.flatMap(({ counted: answer }) => answer ?? []);
  if (counted.length < units.units.length || counted.some(({ status }) => status !== "open")) return null;
  const refund = counted.reduce((n, answer) => n + parseMinor(answer.refund?.amount ?? "0", digits), 0), [first] = result.decision.lines, claim = units.units[0]?.claim;
  const decision: Decision | undefined = first && { ...first.decision, remedies: counted.slice(0, 1) };
  const section = decision && claim ? explain(decision, policy.inForce, claim, words.policy).customer.find(({ id }) => id === "cancel") : undefined;
  return {
    refund: moneyIn(words, formatMinor(refund, digits), currency), deductions: feesIn(counted.flatMap((answer) => answer.deductions), currency, words), until: dayOrNull(words, last(counted)),
    sentences: (section?.sentences ?? []).filter((_, i) => i !== 1).map(({ text, clauses }) => ({ text, clauses })),
  };
}

export type ShowCustomerOrder = Readonly<{ shop: string; orderId: string; customerId: string; words: AccountWords }>;

/** One query at Shopify. Another customer's order is not found. */
export async function showCustomerOrder(app: App, { shop, orderId, customerId, words }: ShowCustomerOrder): Promise<CustomerOrder | NotFound> {
  const inHand = await ownOrder(app, { shop, orderId, customerId });
  if ("notFound" in inHand) return inHand;
  const db = app.db.prisma, { order, row, policy } = inHand;
  const [open, rmas] = [await openLinesOf(db, shop, orderId), await rmasInFull(db, shop, orderId)];
  const s: Showing = { app, inHand, words, at: app.now().toISOString(), open };
  return {
    orderId: order.id, name: order.name, placedOn: dayIn(words, formatDay(civilDay(order.processedAt, order.shippingAddress?.timeZone ?? row.zone))), currency: order.presentmentCurrencyCode, merchant: policy.inForce.policy.merchant,
    lines: order.lineItems.nodes.map((line) => lineIn(s, line)), rmas: await Promise.all(rmas.map((rma) => tellRma(app, row, rma, words))), cancel: cancelOf(s), reasons: reasonsOf(policy.inForce.policy, words), policyUrl: `https://${shop}/apps/recourse/policy`,
  };
}
