/**
 * A webhook as it came over HTTP: the one place that says which are taken. Statuses are those of Shopify's library
 * (authenticate.webhook): 400 for headers or a body that are missing or wrong, 401 for a wrong signature; 413 is ours.
 */

/** `text` is the body, of which `payload` was read. */
export type Webhook = Readonly<{ shop: string; eventId: string; topic: string; payload: Record<string, unknown>; text: string; triggeredAt: Date | null }>;

/** Shopify's own payloads stay far below; a larger body is not read to its end. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** Long enough for every header Shopify sends, and short enough for an index. */
const LONGEST = 128;
const domain = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;
const topicName = /^[a-z_]+\/[a-z_]+$/;

/** Shopify nests about ten levels; PostgreSQL's own limit depends on its stack, and PGlite has none. */
const DEEPEST = 64;

type Header = (name: string) => string | null | undefined;
type Refused = Readonly<{ status: 400 | 401 | 413 }>;

const nestsBeyond = (levels: number, value: unknown): boolean => typeof value === "object" && value !== null && (levels === 0 || Object.values(value).some((inner) => nestsBeyond(levels - 1, inner)));

function payloadIn(text: string): Record<string, unknown> | null {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === "object" && payload !== null && !Array.isArray(payload) && !nestsBeyond(DEEPEST, payload) ? (payload as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function dateIn(text: string | null | undefined): Date | null {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The webhook, or the status that refuses it. `isSigned` compares the signature with the bytes as they came. */
export function readWebhook(header: Header, body: Buffer, isSigned: (body: Buffer, signature: string) => boolean): Webhook | Refused {
  const signature = header("x-shopify-hmac-sha256");
  if (body.length > MOST_BYTES) return { status: 413 };
  if (!signature || body.length === 0) return { status: 400 };
  if (!isSigned(body, signature)) return { status: 401 };
  const shop = header("x-shopify-shop-domain")?.toLowerCase() ?? "", topic = header("x-shopify-topic")?.toLowerCase() ?? "";
  const webhookId = header("x-shopify-webhook-id"), eventId = header("x-shopify-event-id") ?? webhookId;
  if (!domain.test(shop) || !topicName.test(topic) || topic.length > LONGEST || !header("x-shopify-api-version")) return { status: 400 };
  if (!webhookId || !eventId || eventId.length > LONGEST) return { status: 400 };
  const text = body.toString("utf8"), payload = payloadIn(text);
  return payload ? { shop, eventId, topic, payload, text, triggeredAt: dateIn(header("x-shopify-triggered-at")) } : { status: 400 };
}
