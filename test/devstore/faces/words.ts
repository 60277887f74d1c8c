import { html, type Html } from "./html.ts";

/** An amount as the Admin API gives it. */
export type Money = { readonly amount: string; readonly currencyCode: string };
export type MoneyPair = { readonly presentmentMoney: Money; readonly shopMoney: Money };

const formats = new Map<string, Intl.NumberFormat>();

/** "CA$12.50", "¥1,299", "KWD 12.500". */
export function money({ amount, currencyCode }: Money): string {
  const format = formats.get(currencyCode) ?? new Intl.NumberFormat("en", { style: "currency", currency: currencyCode });
  formats.set(currencyCode, format);
  return format.format(Number(amount));
}

/** Both sides of an amount: what the customer sees and, where it differs, what the shop counts. */
export function both(pair: MoneyPair): Html {
  const other = pair.shopMoney.currencyCode !== pair.presentmentMoney.currencyCode;
  return html`${money(pair.presentmentMoney)}${other && html` <span class="quiet small">(${money(pair.shopMoney)})</span>`}`;
}

/** A time in a zone, for people: "21 Nov 2026, 14:03"; with its machine form beside it. */
export function when(time: string | null | undefined, zone: string): Html | null {
  if (!time) return null;
  const text = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
  return html`<time datetime="${time}">${text}</time>`;
}

/** The day alone. */
export function day(time: string, zone: string): Html {
  return html`<time datetime="${time}">${new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium" }).format(new Date(time))}</time>`;
}

/** "PARTIALLY_REFUNDED" as people read it: "Partially refunded". */
export const spoken = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll("_", " ");

const TONES: Readonly<Record<string, string>> = {
  PAID: "full", PENDING: "amber", AUTHORIZED: "amber", PARTIALLY_PAID: "amber half", PARTIALLY_REFUNDED: "half", REFUNDED: "full", VOIDED: "full", EXPIRED: "red",
  FULFILLED: "full", UNFULFILLED: "amber", PARTIALLY_FULFILLED: "amber half", ON_HOLD: "amber",
  DELIVERED: "green full", IN_TRANSIT: "blue half", OUT_FOR_DELIVERY: "blue half", ATTEMPTED_DELIVERY: "red half", DELAYED: "amber half", FAILURE: "red full", CONFIRMED: "blue", CANCELED: "full",
  RETURN_REQUESTED: "violet", REQUESTED: "violet", IN_PROGRESS: "violet half", OPEN: "violet half", RETURNED: "full", CLOSED: "full", DECLINED: "red full",
  ACTIVE: "green full", DRAFT: "blue", ARCHIVED: "full",
};

/** A state as a badge; null states (an order without payment) say so. */
export function badge(code: string | null | undefined, text?: string): Html {
  if (!code) return html`<span class="badge">${text ?? "No payment"}</span>`;
  return html`<span class="badge ${TONES[code] ?? ""}">${text ?? spoken(code)}</span>`;
}

const RETURNS: Readonly<Record<string, string>> = { RETURN_REQUESTED: "Return requested", IN_PROGRESS: "Return in progress", RETURNED: "Returned", INSPECTION_COMPLETE: "Return inspected", RETURN_FAILED: "Return failed" };

/** An order's return status in words that say what it is about. */
export const returnBadge = (status: string): Html => badge(status, RETURNS[status] ?? spoken(status));

/** "1 item", "3 items". */
export const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
