/** Every line of an order as it stands today: what an unwanted and what a defective unit would get. Nothing is written. */
import type { App } from "../app.server.ts";
import { orderInHand, type NotFound } from "./orderInHand.ts";
import { quoteLine, type Quote } from "./quoteClaim.ts";

export type QuotedLine = Readonly<{ lineId: string; title: string; sku: string | null; quantity: number; returnable: number; unwanted: Quote | null; defective: Quote | null }>;
export type QuotedOrder = Readonly<{ orderId: string; name: string; customerId: string | null; placedAt: string; currency: string; policyVersion: string; lines: readonly QuotedLine[] }>;

/** One query at Shopify whatever the number of lines. A line of which nothing is left to return has no quotes. */
export async function quoteOrder(app: App, { shop, orderId }: Readonly<{ shop: string; orderId: string }>): Promise<QuotedOrder | NotFound> {
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  const { order, policy } = inHand, at = app.now().toISOString();
  const lines = order.lineItems.nodes.map((line): QuotedLine => {
    const quote = (reason: string): Quote | null => {
      const made = line.refundableQuantity > 0 ? quoteLine(inHand, line, { request: { reason }, quantity: 1, originalBuyer: true }, at) : null;
      return made && "decision" in made ? made : null;
    };
    return { lineId: line.id, title: line.title, sku: line.sku, quantity: line.quantity, returnable: line.refundableQuantity, unwanted: quote("unwanted"), defective: quote("defective") };
  });
  return { orderId: order.id, name: order.name, customerId: order.customer?.id ?? null, placedAt: order.processedAt, currency: order.presentmentCurrencyCode, policyVersion: policy.row.version, lines };
}
