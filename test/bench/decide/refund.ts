/** What Camstro pays back: the share of what was paid, with or without the first delivery, less the label it paid for. */
import type { Claim } from "../../../policy/claim.ts";
import { formatMinor, minorDigits, parseMinor, part } from "../../../policy/money.ts";

type Refund = Readonly<{ amount: string; deductions: readonly Readonly<{ kind: string; amount: string }>[] }>;
const nothing: readonly never[] = [];

export function refundOf({ money }: Claim, shipping: boolean, label: boolean): Refund {
  const digits = minorDigits(money.currency);
  const minor = (text: string | undefined): number => (text === undefined ? 0 : parseMinor(text, digits));
  const before = money.alreadyRefundedQuantity ?? 0, until = before + money.returnedQuantity;
  const tax = minor(money.tax), delivery = minor(money.shipping);
  const goods = minor(money.unitPrice) * money.quantity - minor(money.discount) + (money.taxIncluded ? 0 : tax);
  const left = goods + delivery - minor(money.alreadyRefunded) - minor(money.alreadyDeducted);
  const wanted = part(goods, before, until, money.quantity) + (shipping ? part(delivery, before, until, money.quantity) : 0);
  const base = Math.max(0, Math.min(wanted, left));
  const fee = label ? Math.min(minor(money.merchantLabelCost), base) : 0;
  return { amount: formatMinor(base - fee, digits), deductions: fee > 0 ? [{ kind: "return_shipping", amount: formatMinor(fee, digits) }] : nothing };
}
