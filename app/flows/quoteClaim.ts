/** What a line is entitled to, asked without consequence: the same decision as for a request, nothing is written. */
import { readClaim, type Issue } from "../../policy/claim.ts";
import type { Decision } from "../../policy/decision.ts";
import type { App } from "../app.server.ts";
import { decided } from "../decided.ts";
import { claimOf, type Asked, type ReadClaim } from "../shopify/claim.ts";
import type { LineRead } from "../shopify/order.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";

export type Quote = ReadClaim & Readonly<{ decision: Decision; policyVersion: string }>;

/** A line decided as asked at a moment, or what is wrong with what was asked. */
export function quoteLine({ order, facts, policy }: OrderInHand, line: LineRead, asked: Asked, at: string): Quote | Readonly<{ errors: readonly Issue[] }> {
  const read = claimOf(order, line, facts, asked, at);
  const checked = readClaim(read.claim);
  if ("errors" in checked) return checked;
  return { ...read, decision: decided(policy.inForce, checked.claim), policyVersion: policy.row.version };
}

/** Quotes one line. `asked` as a customer or staff say it; the moment is now. */
export async function quoteClaim(app: App, { shop, orderId, lineId, asked }: Readonly<{ shop: string; orderId: string; lineId: string; asked: Asked }>): Promise<Quote | NotFound | Readonly<{ errors: readonly Issue[] }>> {
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  const line = inHand.order.lineItems.nodes.find((node) => node.id === lineId);
  return line ? quoteLine(inHand, line, asked, app.now().toISOString()) : { notFound: "line" };
}
