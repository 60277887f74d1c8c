/** A webhook arrives: stored with its job in one transaction, and answered. A duplicate is a no-op. */
import type { App } from "../app.server.ts";
import { storeEvent } from "../store/events.ts";

export type IncomingEvent = Readonly<{ shop: string; eventId: string; topic: string; payload: Record<string, unknown>; triggeredAt: Date | null }>;

/** The order an event is about, so that events of one order are handled one after the other; else its own resource. */
export function resourceOf(topic: string, payload: Record<string, unknown>): string {
  const family = topic.split("/")[0]?.toLowerCase() ?? "";
  const order = payload["order_id"] ?? (payload["order"] as { id?: unknown } | undefined)?.id ?? (family === "orders" ? payload["id"] : undefined);
  if (order !== undefined && order !== null) return `order ${String(order)}`;
  const own = payload["admin_graphql_api_id"] ?? payload["id"] ?? (payload["customer"] as { id?: unknown } | undefined)?.id;
  return own === undefined || own === null ? family : `${family} ${String(own)}`;
}

/** Stores an event; returns false where it was here before. `topic` as in the header: "orders/create". */
export async function receiveEvent(app: App, event: IncomingEvent): Promise<boolean> {
  const resource = resourceOf(event.topic, event.payload);
  return app.db.prisma.$transaction(async (tx) => {
    const isNew = await storeEvent(tx, { ...event, resource });
    if (isNew) await app.jobs.send("event", { shop: event.shop, resource }, { tx });
    return isNew;
  });
}
