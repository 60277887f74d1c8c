/** The inbox: webhooks stored before anything is done with them. */
import type { Database, Tx } from "../db.server.ts";
import { insertJobs } from "./insertJobs.ts";

/** `payload` is JSON text as `storable` makes it; work of a higher priority is done first. */
export type NewEvent = Readonly<{ shop: string; eventId: string; topic: string; resource: string; payload: string; triggeredAt: Date | null }>;
export type Prioritised = NewEvent & Readonly<{ priority: number }>;
export type StoredEvent = Readonly<{ id: bigint; topic: string; payload: unknown }>;
export type EventKey = Readonly<{ shop: string; eventId: string; topic: string }>;

/** So many resources at most are one job's work. */
const PART = 32;

const unstorable = /\\u(0000|d[89a-f])/i;

/** JSON text as PostgreSQL holds it: it has no character for NUL and none for half of a surrogate pair. */
export const storable = (json: string): string =>
  unstorable.test(json) ? JSON.stringify(JSON.parse(json, (_, value: unknown) => (typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value))) : json;

/** One statement, so that the events and the jobs that name their resources are there together or not at all. */
const storing = `
  WITH come AS MATERIALIZED (
    SELECT s, e, t, r, a, w, p::jsonb AS p FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::text[]) AS x (s, e, t, r, a, w, p)),
  stored AS (
    INSERT INTO "Event" ("shop", "eventId", "topic", "resourceId", "payload", "triggeredAt") SELECT s, e, t, r, p, a FROM come
    ON CONFLICT DO NOTHING RETURNING "shop", "eventId", "topic", "resourceId"),
  works AS (
    SELECT w, (row_number() OVER (PARTITION BY w) - 1) / ${PART} AS part, json_build_object('shop', s, 'resource', r) AS work
    FROM (SELECT s, r, max(w) AS w FROM come JOIN stored ON ("shop", "eventId", "topic") = (s, e, t) GROUP BY s, r) d),
  sent AS (${insertJobs("inbox", "SELECT jsonb_build_object('of', jsonb_agg(work)) AS data, w AS priority FROM works GROUP BY w, part")})
  SELECT "shop", "eventId", "topic" FROM stored`;

/**
 * Stores events in their order, with their jobs; returns those that were not there (the same event id under the same topic). Column by
 * column: of rows in one JSON text each payload would be read twice.
 */
export function storeEvents({ sql }: Pick<Database, "sql">, events: readonly Prioritised[]): Promise<readonly EventKey[]> {
  const column = <Value>(of: (event: Prioritised) => Value): Value[] => events.map(of);
  return sql.query<EventKey>(storing, [column(({ shop }) => shop), column(({ eventId }) => eventId), column(({ topic }) => topic), column(({ resource }) => resource), column(({ triggeredAt }) => triggeredAt?.toISOString() ?? null), column(({ priority }) => priority), column(({ payload }) => payload)], "store_events");
}

/** The first events of one resource that nobody has handled, in the order of their arrival. */
export const waitingEvents = (tx: Tx, shop: string, resource: string, most: number): Promise<StoredEvent[]> =>
  tx.event.findMany({ where: { shop, resourceId: resource, doneAt: null }, orderBy: { id: "asc" }, select: { id: true, topic: true, payload: true }, take: most });

/** Marks events as handled; what they said is in Shopify or of no use any more, so no buyer's data stays here. */
export async function eventsDone(tx: Tx, shop: string, ids: readonly bigint[], at: Date): Promise<void> {
  await tx.event.updateMany({ where: { shop, id: { in: [...ids] } }, data: { doneAt: at, payload: {} } });
}

/** Forgets events that were handled before a moment. */
export async function forgetEvents(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.event.deleteMany({ where: { shop, doneAt: { lt: before } } });
}
