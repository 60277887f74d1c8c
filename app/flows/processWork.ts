/**
 * Money and goods of a settlement at Shopify: read how the return stands and what Shopify itself would pay back, stop
 * where that is not our amount, note how it stood, send, and know afterwards by the difference whether it was done.
 */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { App } from "../app.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import { ShopifyRejected, whileReading, type Admin } from "../shopify/admin.ts";
import { readOutcome, readReturn, type OutcomeRead, type ReturnAt, type Suggestion } from "../shopify/returns.ts";
import { sendProcess, type ReturnProcessInput } from "../shopify/sendReturn.ts";
import { shopOf } from "../store/shops.ts";
import { noteAnswer } from "../store/actions.ts";
import type { InputOf, Settlement, StatementRow } from "./actionInput.ts";
import { disposeInputs, restockedText } from "./dispositions.ts";
import type { Answer, Work } from "./actionWork.ts";

type Input = InputOf<"process">;
/** How the return stood before anything was sent. `last`: these are the last units, so that Shopify refuses a second time. */
type Before = Readonly<{ processed: Readonly<Record<string, number>>; refunds: readonly string[]; last: boolean }>;

const gone = (message: string): Answer => ({ refused: [{ field: "returnId", code: "NOT_FOUND", message }] });

export function processWork(app: App, admin: Admin, action: Action, input: Input): Work {
  let before = (action.answer as { before?: Before } | null)?.before;
  const send = async (): Promise<Answer> => {
    const read = await outcome(admin, input);
    if (!read) return gone("The return is not there any more.");
    if ("refused" in read) return read;
    if (read.ret.status !== "OPEN") return { refused: [{ field: "returnId", code: "INVALID_STATE", message: `The return is ${read.ret.status}.` }] };
    const against = compared(input.settlement, read.suggestion);
    const amount = amountToPay(input.settlement, against, read.tooMuch ?? 0);
    if (amount === null) return { stopped: against };
    if (!canBePaid(amount, read.suggestion, input.settlement)) return { refused: [{ field: "orderTransactions", code: "INVALID", message: `Shopify names no payments that ${amount} ${against.currency} could go back to.` }] };
    before = standing(read.ret, input);
    await noteAnswer(app.db.prisma, action, { ...(action.answer as object | null), before, rows: against.rows });
    const { settings } = await shopOf(app.db.prisma, action.shop);
    const sent = await sendProcess(admin, processInput(input, read, amount, settings.notices.mails.settled));
    return "refused" in sent ? sent : { done: { ...against, paid: amount, restocked: restockedText(input.settlement.lines.filter((line) => line.comesBack), read.goods), refunds: sent.refunds.filter((refund) => !before?.refunds.includes(refund.id)) } };
  };
  const seen = async (): Promise<Answer | null> => (before ? traces(await readReturn(admin, input.returnId), before, input) : null);
  return { send, seen, mayRepeat: () => before?.last ?? true };
}

const linesOf = ({ settlement, returnLines }: Input): { id: string; quantity: number }[] =>
  settlement.lines.filter((line) => line.comesBack).map((line) => ({ id: returnLines[line.rmaLineId] ?? "", quantity: line.quantity }));

/** `shipping` is what was asked for; `tooMuch`: minor units by which its tax makes Shopify's amount pass ours, where no amount comes to ours. */
type Outcome = OutcomeRead & Readonly<{ shipping: string | null; tooMuch?: number }>;
type RefusedAnswer = Extract<Answer, { refused: unknown }>;

/** Minor units that are missing to our part of the first delivery. */
function missing({ suggestion }: Outcome, { shippingWithTax, currency }: Settlement): number {
  const digits = minorDigits(currency);
  return parseMinor(shippingWithTax ?? "0", digits) - parseMinor(suggestion.shipping, digits) - parseMinor(suggestion.shippingTax, digits);
}

/**
 * The outcome with the first delivery's part set so that it comes to ours with Shopify's own tax on it: how Shopify rounds
 * the tax of a part nobody documents, so where the first answer is off by it, it is asked once more. One more unit may
 * bring one more of tax: then no part comes to ours, and the one that is a unit above it is taken, of which ours is paid.
 */

async function outcome(admin: Admin, input: Input): Promise<Outcome | RefusedAnswer | null> {
  const first = await outcomeOrRefusal(admin, input), { settlement } = input, { shipping, shippingWithTax, currency } = settlement, digits = minorDigits(currency);
  if (!first || "refused" in first || shipping === null || shippingWithTax == null || first.suggestion.taxesIncluded) return first;
  const off = missing(first, settlement);
  if (off === 0) return first;
  const second = await outcomeOrRefusal(admin, { ...input, settlement: { ...settlement, shipping: formatMinor(parseMinor(shipping, digits) + off, digits) } });
  if (!second || "refused" in second || missing(second, settlement) === 0) return second;
  const above = [first, second].find((one) => missing(one, settlement) === -1);
  return above ? { ...above, tooMuch: 1 } : first;
}

/** A question that Shopify rejects (more units than are left) is a refusal of this action, not a bug. */
async function outcomeOrRefusal(admin: Admin, input: Input): Promise<Outcome | RefusedAnswer | null> {
  const { currency, shipping, credit } = input.settlement;
  try {
    const read = await readOutcome(admin, { returnId: input.returnId, lines: linesOf(input), exchanges: input.exchanges, shipping, currency, asCredit: credit !== null });
    return read && { ...read, shipping };
  } catch (error) {
    if (error instanceof ShopifyRejected) return { refused: error.errors.map(({ message }) => ({ field: "returnLineItems", code: "REJECTED", message })) };
    return whileReading(error);
  }
}

export type Compared = Readonly<{ rows: readonly StatementRow[]; ours: string; shopify: string; currency: string }>;

/**
 * Both sides line by line; what goes out has the price that Shopify named before. What is missing to Shopify's sum is money
 * of the order besides this return (refunded by hand, or owed), where its fees are known, else it stands with the fees.
 */
export function compared({ rows, paidBack, currency }: Settlement, suggestion: Suggestion): Compared {
  const digits = minorDigits(currency), minor = (text: string): number => parseMinor(text, digits), text = (n: number): string => formatMinor(n, digits);
  const onTop = suggestion.taxesIncluded ? 0 : minor(suggestion.shippingTax);
  const goods = minor(suggestion.goods) + (suggestion.taxesIncluded ? 0 : minor(suggestion.tax) - onTop), shipping = minor(suggestion.shipping) + onTop, sum = minor(suggestion.paidBack);
  const exchange = minor(rows.find(({ what }) => what === "exchange")?.ours ?? "0"), rest = sum - goods - exchange - shipping, fees = suggestion.fees === null ? rest : -minor(suggestion.fees);
  const shopify: Record<string, number> = { goods, exchange, shipping, fees };
  const besides = rest === fees ? [] : [{ what: "besides", ours: text(0), shopify: text(rest - fees) }];
  return { rows: [...rows.map((row) => ({ ...row, shopify: text(shopify[row.what] ?? 0) })), ...besides], ours: paidBack, shopify: text(sum), currency };
}

/** What is to be paid: ours where both agree, the amount a person accepted where it is one of the two, else nothing. */
export function amountToPay({ accepted, currency }: Settlement, { ours, shopify }: Compared, tooMuch: number): string | null {
  const digits = minorDigits(currency);
  if (parseMinor(ours, digits) + tooMuch === parseMinor(shopify, digits)) return ours;
  return accepted && (accepted.amount === shopify || accepted.amount === ours) ? accepted.amount : null;
}

function standing(ret: ReturnAt, input: Input): Before {
  const all = [...ret.lines, ...ret.exchanges], asked = [...linesOf(input), ...input.exchanges];
  const left = (id: string): number => all.filter((line) => line.id === id).reduce((n, line) => n + line.quantity - line.processed, 0);
  return { processed: Object.fromEntries(all.map((line) => [line.id, line.processed])), refunds: ret.refunds.map((refund) => refund.id), last: asked.length > 0 && asked.every((line) => left(line.id) === line.quantity) };
}

/** Done where what was asked is processed since; units without their money are for a person. */
function traces(ret: ReturnAt | null, before: Before, input: Input): Answer | null {
  if (!ret) return null;
  const all = [...ret.lines, ...ret.exchanges], asked = [...linesOf(input), ...input.exchanges];
  const isProcessed = asked.every((line) => (all.find((now) => now.id === line.id)?.processed ?? 0) >= (before.processed[line.id] ?? 0) + line.quantity);
  if (!isProcessed) return null;
  const refunds = ret.refunds.filter((refund) => !before.refunds.includes(refund.id));
  const { paidBack, currency } = input.settlement, digits = minorDigits(currency);
  if (parseMinor(paidBack, digits) > 0 && refunds.length === 0) return { unclear: "Shopify shows the units as processed and no refund with them." };
  return { done: { paid: paidBack, currency, refunds, seenAfterwards: true } };
}

/** Whether the payments Shopify names are enough; store credit needs none. */
export function canBePaid(amount: string, { payments }: Suggestion, { currency, credit }: Settlement): boolean {
  const digits = minorDigits(currency), sum = payments.reduce((n, payment) => n + parseMinor(payment.amount, digits), 0);
  return credit !== null || sum >= parseMinor(amount, digits);
}

/** The amount over the payments Shopify names, in their order. */
export function overPayments(amount: string, { payments }: Suggestion, currency: string): { parentId: string; transactionAmount: { amount: string; currencyCode: never } }[] {
  const digits = minorDigits(currency);
  let left = parseMinor(amount, digits);
  return payments.flatMap((payment) => {
    const part = Math.min(left, parseMinor(payment.amount, digits));
    left -= part;
    return part > 0 ? [{ parentId: payment.parentId, transactionAmount: { amount: formatMinor(part, digits), currencyCode: payment.currency as never } }] : [];
  });
}

function processInput(input: Input, read: Outcome, amount: string, notifyCustomer: boolean): ReturnProcessInput {
  const { settlement, returnLines } = input, { currency, credit } = settlement, { shipping } = read;
  const money = (value: string) => ({ amount: value, currencyCode: currency as never });
  const isPaid = parseMinor(amount, minorDigits(currency)) > 0;
  const issueRefund = credit
    ? { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: money(amount), ...(credit.expiresOn ? { expiresAt: `${credit.expiresOn}T23:59:59Z` } : {}) } }] }
    : { orderTransactions: overPayments(amount, read.suggestion, currency) };
  return {
    returnId: input.returnId, note: `${settlement.by}`, notifyCustomer, exchangeLineItems: [...input.exchanges],
    returnLineItems: settlement.lines.filter((line) => line.comesBack).map((line) => {
      const dispositions = disposeInputs([line], read.goods);
      return { id: returnLines[line.rmaLineId] ?? "", quantity: line.quantity, ...(dispositions.length ? { dispositions } : {}) };
    }),
    ...(shipping === null ? {} : { refundShipping: { shippingRefundAmount: money(shipping) } }), ...(isPaid ? { financialTransfer: { issueRefund } } : {}),
  };
}
