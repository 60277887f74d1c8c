/** A webhook arrives: stored with its job in one transaction, and answered. A duplicate is a no-op. */
import type { App } from "../app.server.ts";
import { storable } from "../store/events.ts";

/** `text` is the payload as it came, where it is at hand. */
export type IncomingEvent = Readonly<{ shop: string; eventId: string; topic: string; payload: Record<string, unknown>; triggeredAt: Date | null; text?: string }>;

/** Shopify's numbers and gids; whatever else stands there names nothing. */
const isId = (id: unknown): id is string | number => typeof id === "number" || (typeof id === "string" && id.length <= 128);

/** The order an event is about, so that events of one order are handled one after the other; else its own resource. */
export function resourceOf(topic: string, payload: Record<string, unknown>): string {
  const family = topic.split("/")[0]?.toLowerCase() ?? "";
  const order = payload["order_id"] ?? (payload["order"] as { id?: unknown } | null | undefined)?.id ?? (family === "orders" ? payload["id"] : undefined);
  if (isId(order)) return `order ${order}`;
  const own = payload["admin_graphql_api_id"] ?? payload["id"] ?? (payload["customer"] as { id?: unknown } | null | undefined)?.id;
  return isId(own) ? `${family} ${own}` : family;
}

/** Stores an event; returns false where it was here before. `topic` as in the header: "orders/create". Rejects with Busy. */
export async function receiveEvent(app: App, { payload, text = JSON.stringify(payload), ...event }: IncomingEvent): Promise<boolean> {
  return app.intake.take({ ...event, resource: resourceOf(event.topic, payload), payload: storable(text) });
}
