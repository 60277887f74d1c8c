/** Units that were never sent are taken off the order and paid back; compared with Shopify's own amount as a return is. */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { App } from "../app.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import { ShopifyRejected, whileReading, type Admin } from "../shopify/admin.ts";
import { findRefund, readRefund, refundLines, sendRefund, type RefundRead } from "../shopify/refund.ts";
import { shopOf } from "../store/shops.ts";
import type { InputOf } from "./actionInput.ts";
import type { Answer, Work } from "./actionWork.ts";
import { amountToPay, canBePaid, compared, overPayments } from "./processWork.ts";

type Input = InputOf<"refund">;
type Refused = Extract<Answer, { refused: unknown }>;
const refused = (field: string, message: string, code = "INVALID"): Refused => ({ refused: [{ field, code, message }] });

export function refundWork(app: App, admin: Admin, action: Action, input: Input): Work {
  const send = async (): Promise<Answer> => {
    const read = await readOrRefusal(admin, input);
    if (!read) return refused("orderId", "The order is not there any more.", "NOT_FOUND");
    if ("refused" in read) return read;
    const shipped = input.lines.find(({ lineId, quantity }) => (read.unsent.get(lineId) ?? 0) < quantity);
    if (shipped) return refused("lines", "It does not wait to be sent any more: it was shipped or taken off the order in the meantime.", "SHIPPED");
    const against = compared(input.settlement, lessFees(input, read)), amount = amountToPay(input.settlement, against, 0);
    if (amount === null) return { stopped: against };
    if (!canBePaid(amount, read.suggestion, input.settlement)) return refused("transactions", `Shopify names no payments that ${amount} ${against.currency} could go back to.`);
    const { settings } = await shopOf(app.db.prisma, action.shop), sent = await sendRefund(admin, refundInput(input, read, amount, settings.notices.mails.settled), action.id);
    return "refused" in sent ? sent : { done: { ...against, paid: amount, refunds: [sent.refund], hasUnitsLeft: sent.hasUnitsLeft } };
  };
  const seen = async (): Promise<Answer | null> => {
    const found = await findRefund(admin, input.orderId, input.mark);
    return found && { done: { paid: input.settlement.paidBack, currency: input.settlement.currency, refunds: [found], seenAfterwards: true } };
  };
  return { send, seen, mayRepeat: () => true };
}

async function readOrRefusal(admin: Admin, { orderId, lines, settlement }: Input): Promise<RefundRead | Refused | null> {
  try {
    return await readRefund(admin, { orderId, lines, shipping: settlement.shipping, asCredit: settlement.credit !== null });
  } catch (error) {
    if (error instanceof ShopifyRejected) return refused("lines", error.message, "REJECTED");
    return whileReading(error);
  }
}

/** Shopify's refunds know no fees: what the policy takes off is taken off its amount too. */
function lessFees({ settlement: { rows, currency } }: Input, { suggestion }: RefundRead): RefundRead["suggestion"] {
  const digits = minorDigits(currency), fees = parseMinor(rows.find(({ what }) => what === "fees")?.ours ?? "0", digits);
  return { ...suggestion, fees: formatMinor(-fees, digits), paidBack: formatMinor(parseMinor(suggestion.paidBack, digits) + fees, digits) };
}

function refundInput({ orderId, lines, mark, settlement }: Input, { suggestion, gateways }: RefundRead, amount: string, notify: boolean): Parameters<typeof sendRefund>[1] {
  const { currency, shipping, credit } = settlement, isPaid = parseMinor(amount, minorDigits(currency)) > 0;
  const transactions = isPaid && !credit ? overPayments(amount, suggestion, currency).map(({ parentId, transactionAmount }) => ({ orderId, parentId, kind: "REFUND" as const, gateway: gateways.get(parentId) ?? "", amount: transactionAmount.amount })) : [];
  const money = { amount, currencyCode: currency as never };
  return {
    orderId, currency: currency as never, note: `${mark}: ${settlement.by}`, notify, refundLineItems: refundLines(lines), transactions, ...(shipping === null ? {} : { shipping: { amount: shipping } }),
    ...(isPaid && credit ? { refundMethods: [{ storeCreditRefund: { amount: money, ...(credit.expiresOn ? { expiresAt: `${credit.expiresOn}T23:59:59Z` } : {}) } }] } : {}),
  };
}
