import { createHmac } from "node:crypto";

/** What a delivery says of itself in its headers. */
export type DeliveryFacts = {
  topic: string;
  domain: string;
  apiVersion: string;
  webhookId: string;
  eventId: string;
  triggeredAt: string;
  body: string;
};

/** Shopify's headers of a webhook delivery; the signature is base64 of HMAC-SHA256 over the raw body (documented). */
export function deliveryHeaders(facts: DeliveryFacts, secret: string): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": facts.topic,
    "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(facts.body, "utf8").digest("base64"),
    "X-Shopify-Shop-Domain": facts.domain,
    "X-Shopify-API-Version": facts.apiVersion,
    "X-Shopify-Webhook-Id": facts.webhookId,
    "X-Shopify-Event-Id": facts.eventId,
    "X-Shopify-Triggered-At": facts.triggeredAt,
  };
}
