/** Orders that were read: coverage of their lines stored in one transaction, and written back where it changed. */
import { dayIn, formatDay } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import { MOST_METAFIELDS, writeCoverage, type CoverageValue } from "../shopify/coverageMetafield.ts";
import type { ShopFacts } from "../shopify/claim.ts";
import { OrderTooLarge, readOrder, type OrderRead } from "../shopify/order.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { saidDeliveries, saveCoverage, type CoveredOrder, type LineCoverage } from "../store/coverage.ts";
import { noteCovered, noteUncovered } from "../store/orderRuns.ts";
import { registeredUnits } from "../store/registrations.ts";
import { unknownReturns } from "../store/rmas.ts";
import { policyOn } from "../store/policyVersions.ts";
import type { ShopRow } from "../store/shops.ts";
import { followPayments } from "./followPayments.ts";
import { reconsiderCases } from "./reconsiderCases.ts";
import { lineCoverage, UnreadableClaim } from "./lineCoverage.ts";
import { shopFacts } from "./shopFacts.ts";

/** How many orders got coverage, how many of those were written back, and what Shopify refused to take. */
export type Covered = Readonly<{ covered: number; written: number; refused: readonly Refusal[] }>;

type Found = Readonly<{ order: OrderRead; placedOn: string } & ({ about: CoveredOrder; lines: readonly LineCoverage[] } | { why: string })>;

/** By then a return of our own has come back with its answer, and the usual webhook was handled. */
const TAKE_UP_AFTER_SECONDS = 30;

type Known = Pick<ShopFacts, "said" | "registered">;

async function coverageOfOrder(app: App, row: ShopRow, order: OrderRead, known: Known, at: Date): Promise<Found> {
  const day = dayIn(order.processedAt, order.shippingAddress?.timeZone ?? row.zone), placedOn = formatDay(day);
  const policy = await policyOn(app.db.prisma, row.domain, day);
  if (!policy) return { order, placedOn, why: "no policy was in force when it was placed" };
  try {
    const facts = { ...shopFacts(row, policy), ...known };
    const lines = order.lineItems.nodes.map((line) => lineCoverage(order, line, facts, policy, at.toISOString()));
    return { order, placedOn, lines, about: { shop: row.domain, orderId: order.id, orderName: order.name, customerId: order.customer?.id ?? null, policyVersion: policy.row.version, placedOn, at } };
  } catch (error) {
    if (error instanceof UnreadableClaim) return { order, placedOn, why: error.message };
    throw error;
  }
}

/** The metafield's text: what Liquid, Flow and the admin read. */
const written = (version: string, lines: readonly LineCoverage[]): string =>
  JSON.stringify({ policy: version, lines: lines.map(({ lineId, returnUntil, warrantyUntil, registerUntil }) => ({ line: lineId, returnUntil, warrantyUntil, registerUntil })) });

/** Covers orders of one shop. What Shopify refuses is returned; it keeps neither the other orders nor our own table from being right. */
export async function coverOrders(app: App, row: ShopRow, orders: readonly OrderRead[]): Promise<Covered> {
  const shop = row.domain, at = app.now(), ids = orders.map((order) => order.id);
  const known: Known = { said: await saidDeliveries(app.db.prisma, shop, ids), registered: await registeredUnits(app.db.prisma, shop, ids) };
  const found: Found[] = [];
  for (const order of orders) found.push(await coverageOfOrder(app, row, order, known, at));
  const changed: CoverageValue[] = [], covered: string[] = [];
  await app.db.prisma.$transaction(async (tx) => {
    for (const one of found) {
      const { id: orderId, name: orderName, coverage } = one.order;
      if ("why" in one) {
        await noteUncovered(tx, { shop, orderId, orderName, placedOn: new Date(`${one.placedOn}T00:00:00Z`), why: one.why, since: at });
        continue;
      }
      await saveCoverage(tx, one.about, one.lines);
      covered.push(orderId);
      const value = written(one.about.policyVersion, one.lines);
      if (coverage?.value !== value) changed.push({ orderId, value });
    }
    await noteCovered(tx, shop, covered);
    await takeUpReturns(app, tx, shop, orders);
  });
  for (const order of orders) await reconsiderCases(app, row, order, known);
  await followPayments(app, shop, orders);
  const refused = await writeBack(app, shop, changed);
  return { covered: covered.length, written: changed.length, refused };
}

/** Returns that are open at Shopify and no case stands for: their webhooks were lost, or came before the app did. */
async function takeUpReturns(app: App, tx: Tx, shop: string, orders: readonly OrderRead[]): Promise<void> {
  const open = orders.flatMap((order) => order.returns.nodes).filter(({ status }) => status === "REQUESTED" || status === "OPEN").map(({ id }) => id);
  if (open.length === 0) return;
  for (const returnId of await unknownReturns(tx, shop, open)) await app.jobs.send("return", { shop, returnId }, { tx, key: returnId, afterSeconds: TAKE_UP_AFTER_SECONDS });
}

/** An order read for coverage; one that cannot be read in one query is noted as not covered, so that it holds nobody up. */
export async function orderToCover(app: App, row: ShopRow, orderId: string): Promise<OrderRead | null> {
  return readOrder(app.adminFor(row.domain), orderId).catch(async (error: unknown) => {
    if (!(error instanceof OrderTooLarge)) throw error;
    const { id, name, processedAt } = error.order;
    await noteUncovered(app.db.prisma, { shop: row.domain, orderId: id, orderName: name, placedOn: new Date(processedAt), why: error.message, since: app.now() });
    return null;
  });
}

/** In batches of as many as a call takes. A batch is taken or refused whole, so a refused one is sent again order by order. */
async function writeBack(app: App, shop: string, values: readonly CoverageValue[]): Promise<readonly Refusal[]> {
  const admin = app.adminFor(shop), refused: Refusal[] = [];
  for (let i = 0; i < values.length; i += MOST_METAFIELDS) {
    const batch = values.slice(i, i + MOST_METAFIELDS);
    const answer = await writeCoverage(admin, batch);
    if (answer.length === 0 || batch.length === 1) refused.push(...answer);
    else for (const value of batch) refused.push(...(await writeCoverage(admin, [value])));
  }
  return refused;
}
