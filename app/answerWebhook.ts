/** A webhook's answer, the same on Node's own server and on a host that takes the fetch handler. */
import type { App } from "./app.server.ts";
import { receiveEvent } from "./flows/receiveEvent.ts";
import { isUnstorable } from "./store/isUnstorable.ts";
import { readWebhook } from "./webhook.ts";

/** After how long Shopify may ask again; it keeps to its own plan of eight tries in four hours. */
const RETRY_AFTER_SECONDS = "10";

export type Answer = Readonly<{ status: number; headers: Readonly<Record<string, string>> }>;

/** 200 once it is stored or was before; 503 where the database does not take it: nothing is lost, Shopify sends again. */
export async function answerWebhook(app: App, header: (name: string) => string | null | undefined, body: Buffer): Promise<Answer> {
  const webhook = readWebhook(header, body, app.isSigned);
  if ("status" in webhook) return { status: webhook.status, headers: {} };
  try {
    await receiveEvent(app, webhook);
    return { status: 200, headers: {} };
  } catch (error) {
    app.log.warn("a webhook was not stored", { shop: webhook.shop, topic: webhook.topic, error });
    if (isUnstorable(error)) return { status: 400, headers: {} };
    return { status: 503, headers: { "retry-after": RETRY_AFTER_SECONDS } };
  }
}
