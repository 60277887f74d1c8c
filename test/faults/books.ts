/** The books of both sides in one text, without what differs from run to run: what must be the same after a fault as without one. */
import type { Database } from "./database.ts";
import { lettersAt } from "./mailbox.ts";

type Row = Readonly<Record<string, unknown>>;
export type Where = Readonly<{ database: Database; store: string; mail: string; shop: string; token: string }>;

const ORDERS = `query Books { orders(first: 20) { nodes { name displayFinancialStatus totalRefundedSet { presentmentMoney { amount } } totalOutstandingSet { presentmentMoney { amount } }
  coverage: metafield(namespace: "app--recourse", key: "coverage") { value } metafields(first: 10) { nodes { namespace key value } }
  transactions { kind status amountSet { presentmentMoney { amount } } }
  refunds { totalRefundedSet { presentmentMoney { amount } } refundLineItems(first: 10) { nodes { quantity restockType } } }
  lineItems(first: 20) { nodes { title quantity currentQuantity } }
  returns(first: 20) { nodes { status returnLineItems(first: 10) { nodes { quantity ... on ReturnLineItem { processedQuantity } } } exchangeLineItems(first: 10) { nodes { quantity processedQuantity } } } } } }
  products(first: 100) { nodes { totalInventory } } }`;

type ReturnRead = Readonly<{ status: string; returnLineItems: { nodes: { processedQuantity?: number }[] }; exchangeLineItems: { nodes: { processedQuantity: number }[] } }>;

/** A return that was cancelled before anything of it was processed moved no goods and no money: one made anew after a refusal leaves such a one behind. */
const isNothing = ({ status, returnLineItems, exchangeLineItems }: ReturnRead): boolean =>
  status === "CANCELED" && [...returnLineItems.nodes, ...exchangeLineItems.nodes].every(({ processedQuantity = 0 }) => processedQuantity === 0);

/** What the dev store's books say: money, units, returns, exchange lines, stock, metafields. */
export async function theirBooks({ store, shop, token }: Where): Promise<Row> {
  const answer = await fetch(`${store}/${shop}/admin/api/2026-10/graphql.json`, { method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": token }, body: JSON.stringify({ query: ORDERS.replace(/coverage: metafield\([^)]*\) \{ value \} /, "") }) });
  const { data, errors } = (await answer.json()) as { data?: { orders: { nodes: (Row & { returns: { nodes: ReturnRead[] } })[] }; products: { nodes: { totalInventory: number }[] } }; errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  const orders = data.orders.nodes.map((order) => ({ ...order, returns: order.returns.nodes.filter((one) => !isNothing(one)).map((one) => JSON.stringify(one)).sort() }));
  return { orders, stock: data.products.nodes.reduce((n, { totalInventory }) => n + totalInventory, 0) };
}

/** A request that was refused before it was at Shopify left nothing; its RMA is over and counts for nothing. */
const RMAS = `SELECT r."state", r."returnId" IS NOT NULL AS "atShopify", (SELECT json_agg(json_build_array(l."quantity", l."received", l."settled", l."paidBack", l."remedy", l."promised"->'refund'->>'amount', l."finding", l."inspectedAt" IS NOT NULL, l."returnLineId" IS NOT NULL) ORDER BY l."id") FROM "RmaLine" l WHERE l."rmaId" = r."id") AS "lines"
  FROM "Rma" r WHERE NOT (r."state" = 'cancelled' AND r."returnId" IS NULL) ORDER BY r."openedAt"`;
const COVERAGE = `SELECT "lineId", "returnUntil"::text, "warrantyUntil"::text, "registerUntil"::text, "deliveredAt"::text, "deliveredBy", "units", "unitsArrived" FROM "Coverage" ORDER BY 1`;
const SHOPS = `SELECT "domain", "uninstalledAt" IS NOT NULL AS "isGone", (SELECT count(*)::int FROM "Session" s WHERE s."shop" = "domain") AS "sessions", (SELECT r."state" FROM "OrderRun" r WHERE r."shop" = "domain") AS "run" FROM "Shop"`;
/** The day is told by when it was written, since a sweep may go on past the shop's midnight; the app's clock is ahead of that by minutes. */
const REGISTRATIONS = `SELECT r."product", r."serial", r."registeredOn" - (r."createdAt" AT TIME ZONE s."zone")::date BETWEEN 0 AND 1 AS "isOfItsDay" FROM "Registration" r JOIN "Shop" s ON s."domain" = r."shop" ORDER BY r."createdAt"`;

/** What our own books say of the same. */
export async function ourBooks({ database }: Where): Promise<Row> {
  const [rmas, coverage, shops, registrations] = [await database.rows(RMAS), await database.rows(COVERAGE), await database.rows(SHOPS), await database.rows(REGISTRATIONS)];
  return { rmas, coverage, shops, registrations };
}

/** Ids of lines as the first, second, … that the books name: a line that is put on an order anew has another id. */
export function withoutLineIds(books: string): string {
  const known = new Map<string, string>();
  return books.replace(/gid:\/\/shopify\/LineItem\/\d+/g, (id) => {
    const name = known.get(id) ?? `line ${known.size + 1}`;
    known.set(id, name);
    return name;
  });
}

export const OPEN_ACTIONS = `SELECT "id", "kind", "state" FROM "Action" WHERE "state" IN ('planned', 'sending', 'unclear') ORDER BY "plannedAt"`;

/** What is still under way: actions, events that nobody handled, jobs, webhooks that were not accepted. */
export async function underWay({ database, mail }: Where): Promise<string[]> {
  const [actions, events, jobs] = [await database.rows<{ kind: string; state: string }>(OPEN_ACTIONS), await database.rows<{ topic: string }>(`SELECT "topic" FROM "Event" WHERE "doneAt" IS NULL`), await database.rows<{ name: string; state: string }>(`SELECT name, state::text FROM pgboss.job WHERE state <= 'active' AND name NOT LIKE '\\_\\_%'`)];
  const { waiting } = await lettersAt(mail);
  return [...actions.map(({ kind, state }) => `action ${kind} ${state}`), ...events.map(({ topic }) => `event ${topic}`), ...jobs.map(({ name, state }) => `job ${name} ${state}`), ...waiting.map(({ headers }) => `webhook ${headers["x-shopify-topic"]}`)];
}

/** Webhooks that the app accepted and that are in its inbox no more, or more than once. Erased shops keep none. */
export async function inboxFaults({ database, mail }: Where): Promise<Readonly<{ lost: string[]; doubled: string[] }>> {
  const { taken } = await lettersAt(mail), rows = await database.rows<{ eventId: string; topic: string; n: number }>(`SELECT "eventId", "topic", count(*)::int AS n FROM "Event" GROUP BY 1, 2`);
  const counts = new Map(rows.map(({ eventId, topic, n }) => [`${topic} ${eventId}`, n]));
  const isErased = (await database.rows(`SELECT 1 FROM "Shop"`)).length === 0;
  const keys = taken.map(({ headers }) => `${headers["x-shopify-topic"]} ${headers["x-shopify-event-id"]}`);
  return { lost: isErased ? [] : keys.filter((key) => !counts.has(key)), doubled: rows.filter(({ n }) => n > 1).map(({ topic, eventId }) => `${topic} ${eventId}`) };
}
