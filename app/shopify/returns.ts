/** Returns at Shopify as the flows see them: plain lines, amounts as decimal text in the order's presentment currency. */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import { ShopifyAway, type Admin } from "./admin.ts";
import { goodsBackIn, type GoodsBack } from "./places.ts";
import { returnOutcome, returnReasons, returnsOfOrder, returnState } from "./documents/returns.ts";
import type { ReturnOutcomeQuery, ReturnStateQuery, ReturnStatus } from "../types/admin.generated.ts";

export type ReturnLineAt = Readonly<{ id: string; fulfillmentLineId: string; quantity: number; processed: number; restockingPercent: number | null }>;
export type ExchangeLineAt = Readonly<{ id: string; variantId: string | null; quantity: number; processed: number }>;
export type RefundAt = Readonly<{ id: string; amount: string }>;
/** A return as Shopify has it now. */
export type ReturnAt = Readonly<{ id: string; name: string; status: ReturnStatus; lines: readonly ReturnLineAt[]; exchanges: readonly ExchangeLineAt[]; refunds: readonly RefundAt[]; shippingFee: string | null }>;

/** A return that somebody asked for at Shopify: what it says of each line. */
export type AskedReturn = Readonly<{
  id: string; name: string; status: ReturnStatus; orderId: string; /** An instant. */ createdAt: string;
  lines: readonly Readonly<{ id: string; fulfillmentLineId: string; lineId: string; quantity: number; reason: string | null; note: string }>[];
}>;

/** What Shopify would do with the money: `paidBack` is negative where the customer would be asked for it. `tax` holds that of shipping, `shipping` is without it. */
export type Suggestion = Readonly<{
  /** Fees that the return holds for these units; null where it is not known what of them Shopify takes now. */
  fees: string | null;
  goods: string; tax: string; shipping: string; shippingTax: string; taxesIncluded: boolean; paidBack: string;
  payments: readonly Readonly<{ parentId: string; amount: string; currency: string }>[];
}>;
export type OutcomeRead = Readonly<{ ret: ReturnAt; suggestion: Suggestion; goods: ReadonlyMap<string, GoodsBack> }>;

type Nodes<T> = Readonly<{ nodes: readonly T[] }>;
type ReturnFields = Pick<NonNullable<ReturnOutcomeQuery["return"]>, "id" | "name" | "status" | "returnShippingFees" | "exchangeLineItems" | "refunds" | "returnLineItems">;
type StateLine = Extract<NonNullable<ReturnStateQuery["return"]>["returnLineItems"]["nodes"][number], { __typename: "ReturnLineItem" }>;

/** The lines that stand for units of the order; unverified ones do not. */
export const verified = <T extends Readonly<{ __typename?: string }>>(lines: Nodes<T>): Extract<T, { __typename?: "ReturnLineItem" }>[] =>
  lines.nodes.filter((line): line is Extract<T, { __typename?: "ReturnLineItem" }> => line.__typename === "ReturnLineItem");

function returnAt(read: ReturnFields): ReturnAt {
  return {
    id: read.id, name: read.name, status: read.status, shippingFee: read.returnShippingFees[0]?.amountSet.presentmentMoney.amount ?? null,
    lines: verified(read.returnLineItems).map((line) => ({ id: line.id, fulfillmentLineId: line.fulfillmentLineItem.id, quantity: line.quantity, processed: line.processedQuantity, restockingPercent: line.restockingFee?.percentage ?? null })),
    exchanges: read.exchangeLineItems.nodes.map((line) => ({ id: line.id, variantId: line.variantId, quantity: line.quantity, processed: line.processedQuantity })),
    refunds: read.refunds.nodes.map((refund) => ({ id: refund.id, amount: refund.totalRefundedSet.presentmentMoney.amount })),
  };
}

/** How a return stands; null where the shop has none by this id. */
export async function readReturn(admin: Admin, id: string): Promise<(ReturnAt & AskedReturn & Readonly<{ lines: readonly (ReturnLineAt & AskedReturn["lines"][number])[] }>) | null> {
  const { return: read } = await admin.run(returnState, { id });
  if (!read) return null;
  if (read.id !== id) throw new ShopifyAway(`Shopify answered with another return than ${id}`, false);
  const lines = verified(read.returnLineItems).map((line: StateLine) => ({
    id: line.id, fulfillmentLineId: line.fulfillmentLineItem.id, lineId: line.fulfillmentLineItem.lineItem.id, quantity: line.quantity, processed: line.processedQuantity,
    restockingPercent: line.restockingFee?.percentage ?? null, reason: line.returnReasonDefinition?.handle ?? null, note: line.customerNote ?? line.returnReasonNote,
  }));
  return { ...returnAt(read), orderId: read.order.id, createdAt: read.createdAt, lines };
}

export type OutcomeAsk = Readonly<{ returnId: string; lines: readonly Readonly<{ id: string; quantity: number }>[]; exchanges: readonly Readonly<{ id: string; quantity: number }>[]; shipping: string | null; currency: string; asCredit: boolean }>;

/** All fees of a return of which nothing was processed yet, where all of it is asked about: how it splits them nobody documents. */
function feesHeld({ returnLineItems, returnShippingFees, exchangeLineItems }: NonNullable<ReturnOutcomeQuery["return"]>, ask: OutcomeAsk): string | null {
  const lines = verified(returnLineItems), asked = (id: string): number => ask.lines.find((line) => line.id === id)?.quantity ?? 0;
  const isWhole = [...lines, ...exchangeLineItems.nodes].every((line) => line.processedQuantity === 0) && lines.every((line) => asked(line.id) === line.quantity || (asked(line.id) === 0 && !line.restockingFee));
  if (!isWhole) return null;
  const amounts = [...lines.flatMap((line) => (line.restockingFee ? [line.restockingFee.amountSet] : [])), ...returnShippingFees.map((fee) => fee.amountSet)].map(({ presentmentMoney }) => presentmentMoney.amount);
  const digits = minorDigits(ask.currency);
  return formatMinor(amounts.reduce((sum, amount) => sum + parseMinor(amount, digits), 0), digits);
}

/** How a return stands and what Shopify would pay back for the lines named, in one query. Null where there is no such return. */
export async function readOutcome(admin: Admin, ask: OutcomeAsk): Promise<OutcomeRead | null> {
  const shipping = ask.shipping === null ? null : { shippingRefundAmount: { amount: ask.shipping, currencyCode: ask.currency as never } };
  const { return: read } = await admin.run(returnOutcome, { id: ask.returnId, lines: [...ask.lines], exchanges: [...ask.exchanges], shipping, how: ask.asCredit ? "STORE_CREDIT" : "ORIGINAL_PAYMENT_METHODS" });
  if (!read?.suggestedFinancialOutcome) return null;
  const { discountedSubtotal, totalTax, shipping: first, financialTransfer: transfer } = read.suggestedFinancialOutcome;
  const amount = transfer?.amount.presentmentMoney.amount ?? "0.0";
  const suggestion: Suggestion = {
    fees: feesHeld(read, ask),
    goods: discountedSubtotal.presentmentMoney.amount, tax: totalTax.presentmentMoney.amount, shipping: first.amountSet.presentmentMoney.amount, shippingTax: first.taxSet.presentmentMoney.amount, taxesIncluded: read.order.taxesIncluded,
    paidBack: transfer?.__typename === "InvoiceReturnOutcome" ? `-${amount}` : amount,
    payments: transfer?.__typename === "RefundReturnOutcome" ? transfer.suggestedTransactions.flatMap(({ amountSet, parentTransaction }) => (parentTransaction ? [{ parentId: parentTransaction.id, amount: amountSet.presentmentMoney.amount, currency: amountSet.presentmentMoney.currencyCode }] : [])) : [],
  };
  return { ret: returnAt(read), suggestion, goods: goodsBackIn(read) };
}

export type MarkedReturn = Readonly<{ id: string; name: string; status: ReturnStatus; lines: readonly Readonly<{ id: string; fulfillmentLineId: string; quantity: number }>[]; exchanges: readonly Readonly<{ id: string; quantity: number }>[] }>;

/** Whether a note begins with a mark as a word of its own. */
export const hasMark = (note: string, mark: string): boolean => note === mark || note.startsWith(`${mark} `) || note.startsWith(`${mark}:`);

/** The return of an order whose lines carry a mark of ours in their notes: how one is found that was made though no answer came. */
export async function findMarkedReturn(admin: Admin, orderId: string, mark: string): Promise<MarkedReturn | null> {
  const { order } = await admin.run(returnsOfOrder, { id: orderId });
  const found = order?.returns.nodes.find((ret) => ret.status !== "CANCELED" && verified(ret.returnLineItems).some((line) => hasMark(line.returnReasonNote, mark) || hasMark(line.customerNote ?? "", mark)));
  if (!found) return null;
  return {
    id: found.id, name: found.name, status: found.status, exchanges: found.exchangeLineItems.nodes.map(({ id, quantity }) => ({ id, quantity })),
    lines: verified(found.returnLineItems).map((line) => ({ id: line.id, fulfillmentLineId: line.fulfillmentLineItem.id, quantity: line.quantity })),
  };
}

const reasonsByShop = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** The shop's return reasons, id by handle; read once per process, since a handle never changes its meaning. */
export function reasonIds(admin: Admin): Promise<ReadonlyMap<string, string>> {
  const known = reasonsByShop.get(admin.shop);
  if (known) return known;
  const read = admin.run(returnReasons, {}).then(({ returnReasonDefinitions }) => new Map(returnReasonDefinitions.nodes.map(({ handle, id }) => [handle, id])));
  reasonsByShop.set(admin.shop, read);
  read.catch(() => reasonsByShop.delete(admin.shop));
  return read;
}

/** Forgets what was read of a shop: it is gone, and nothing of it is kept in memory. */
export const forgetReasons = (shop: string): void => void reasonsByShop.delete(shop);
