/** Tells Shopify Flow of a step of a case, in the transaction of that step, where the shop wants it told. */
import { dayIn, formatDay, parseDay } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Notices } from "../settings.ts";
import type { RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { tellFlow } from "./tellFlow.ts";

const settingOf = { "goods-received": "goodsReceived", "quote-to-accept": "quoteToAccept", "refund-issued": "refundIssued" } as const satisfies Record<string, keyof Notices>;
type Step = Readonly<{ /** Tells it from others of its kind. */ about: string; /** What it is about, where that is not all of the case. */ item?: string; amount?: string; currency?: string }>;

/** "1 × Camera, 2 × Cable". */
export const itemsOf = (lines: readonly Readonly<{ quantity: number; title: string }>[]): string => lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(", ");

export async function tellCase(app: App, tx: Tx, rma: RmaWithLines, handle: keyof typeof settingOf, { about, item = itemsOf(rma.lines), amount = "0", currency = "" }: Step): Promise<void> {
  const { settings } = await shopOf(tx, rma.shop);
  if (settings.notices[settingOf[handle]].isOn) await tellFlow(app, tx, { shop: rma.shop, handle, about, orderId: rma.orderId, customerId: rma.customerId, fields: { rma_number: rma.number, item, amount, currency } });
}

/** A customer's request is there; `last_day` is until when an answer is promised. */
export async function tellRequest(app: App, tx: Tx, rma: RmaWithLines): Promise<void> {
  const { settings, zone } = await shopOf(tx, rma.shop);
  if (!settings.notices.requestReceived.isOn) return;
  const today = dayIn(app.now().toISOString(), zone), due = rma.dueAt ? formatDay(dayIn(rma.dueAt.toISOString(), zone)) : "";
  const fields = { rma_number: rma.number, item: itemsOf(rma.lines), last_day: due, days_left: due ? parseDay(due) - today : 0 };
  await tellFlow(app, tx, { shop: rma.shop, handle: "request-received", about: rma.number, orderId: rma.orderId, customerId: rma.customerId, fields });
}
