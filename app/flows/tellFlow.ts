/**
 * Tells Shopify Flow that something happened, through an outbox: stored with its cause, sent once. Which mail, message or
 * task comes of it is the merchant's workflow. Handles and fields are those of the Flow extensions.
 */
import { ShopifyAway } from "../shopify/admin.ts";
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import { sendTrigger } from "../shopify/flowTrigger.ts";
import { endNotice, planNotice, takeNotice } from "../store/notices.ts";

/** What each trigger carries besides the order and the customer. Days are civil days, amounts decimal text of `currency`. */
export type FlowFields = {
  "return-window-ends": { item: string; last_day: string; days_left: number };
  "register-by": { item: string; last_day: string; days_left: number };
  "ship-back-by": { rma_number: string; item: string; last_day: string; days_left: number };
  "promise-overdue": { rma_number: string; item: string; last_day: string; days_left: number };
  "request-received": { rma_number: string; item: string; last_day: string; days_left: number };
  "goods-received": { rma_number: string; item: string };
  "quote-to-accept": { rma_number: string; item: string; amount: string; currency: string };
  "refund-issued": { rma_number: string; item: string; amount: string; currency: string };
};
export type FlowHandle = keyof FlowFields;

/** `about` tells it from others of its kind: the same once more is not sent again. Ids are gids. */
export type Telling<H extends FlowHandle> = Readonly<{ shop: string; handle: H; about: string; orderId: string; customerId: string | null; fields: FlowFields[H] }>;

/** The fields as the extensions declare them: each is there, empty or 0 where a trigger has none of it. */
const payloadOf = (fields: FlowFields[FlowHandle]): Record<string, string | number> => {
  const { rma_number = "", last_day = "", days_left = 0, item, amount = "0", currency = "" }: { rma_number?: string; last_day?: string; days_left?: number; item: string; amount?: string; currency?: string } = fields;
  return { "rma number": rma_number, "last day": last_day, "days left": days_left, item, amount: Number(amount), currency };
};

const numberOf = (gid: string): number => Number(gid.split("/").at(-1));

/** Plans a trigger in the caller's transaction; false where it was planned before. */
export async function tellFlow<H extends FlowHandle>(app: App, tx: Tx, { shop, handle, about, orderId, customerId, fields }: Telling<H>): Promise<boolean> {
  const payload = { order_id: numberOf(orderId), ...(customerId === null ? {} : { customer_id: numberOf(customerId) }), ...payloadOf(fields) };
  const noticeId = await planNotice(tx, { shop, key: `${handle}/${about}`, handle, payload, orderId, customerId, at: app.now() });
  if (noticeId) await app.jobs.send("tell", { shop, noticeId }, { tx });
  return noticeId !== null;
}

/** Sends a notice. Where no answer came nobody knows whether it went out, and it is not sent twice. Throws ShopifyAway for the job to try again. */
export async function sendNotice(app: App, { shop, noticeId }: Readonly<{ shop: string; noticeId: string }>): Promise<void> {
  const db = app.db.prisma, notice = await takeNotice(db, shop, noticeId, app.now());
  if (!notice) return;
  try {
    const refused = await sendTrigger(app.adminFor(shop), notice.handle, notice.payload);
    await endNotice(db, shop, noticeId, refused.length ? { state: "refused", refusal: refused.map(({ message }) => message).join("; ") } : { state: "sent" });
  } catch (error) {
    const isUnclear = error instanceof ShopifyAway && error.unclear, message = error instanceof Error ? error.message : String(error);
    await endNotice(db, shop, noticeId, { state: isUnclear ? "unclear" : "planned", refusal: message });
    if (!isUnclear) throw error;
  }
}
