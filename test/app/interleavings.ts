/** What may happen to one order at the same time: staff, customers, webhooks, jobs, Shopify's own admin and its faults; and what must hold whatever happens. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { approveRma } from "../../app/flows/approveRma.ts";
import { cancelRma } from "../../app/flows/cancelRma.ts";
import { carryOut } from "../../app/flows/carryOut.ts";
import { closeRma } from "../../app/flows/closeRma.ts";
import { declineRma } from "../../app/flows/declineRma.ts";
import { goodsSent } from "../../app/flows/goodsSent.ts";
import { handleEvents } from "../../app/flows/handleEvents.ts";
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { receiveEvent } from "../../app/flows/receiveEvent.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { reopenRma } from "../../app/flows/reopenRma.ts";
import { requestReturn } from "../../app/flows/requestReturn.ts";
import { resolveUnclear } from "../../app/flows/resolveUnclear.ts";
import { mayMove, type RmaState } from "../../app/flows/rmaStates.ts";
import { settleRma } from "../../app/flows/settleRma.ts";
import { CUSTOMER, STAFF, UNWANTED } from "./asks.ts";
import type { Json, MerchantShop, Placed } from "./merchantShop.ts";

export const BOUGHT = 3;
const verbs = ["customerAsks", "staffAsks", "asksAtShopify", "approve", "decline", "cancel", "cancelAtShopify", "sent", "receive", "inspect", "settle", "close", "reopen", "webhook", "sameWebhook", "job", "fault"] as const;
/** One act: `which` RMA of the order, `units` of a line or which fault. */
export type Act = Readonly<{ verb: (typeof verbs)[number]; which: number; units: number }>;
/** Moments one after the other; the acts of a moment at the same time. */
export type Course = readonly (readonly Act[])[];

const act = fc.record({ verb: fc.constantFrom(...verbs, "customerAsks" as const, "receive" as const, "inspect" as const, "settle" as const, "settle" as const, "job" as const), which: fc.nat(1), units: fc.integer({ min: 1, max: 2 }) });
const opening: Act = { verb: "customerAsks", which: 0, units: 2 };
/** Begins with a request, so that most acts have something to act on. */
export const courses: fc.Arbitrary<Course> = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 10 }).map((moments) => [[opening], ...moments]);

const FAULTS = [{ root: "returnProcess", kind: "hangUpAfter" }, { root: "returnProcess", kind: "hangUp" }, { root: "return", kind: "5xx" }] as const;
const MINUTE = 60_000;

type Rows = Readonly<Record<string, unknown>>;
const query = <Row extends Rows>(m: MerchantShop, text: string, ...values: unknown[]): Promise<readonly Row[]> => m.s.app.db.sql.query<Row>(text, values);
export const rmasOf = (m: MerchantShop, { orderId }: Placed) => m.s.app.db.prisma.rma.findMany({ where: { shop: m.shop, orderId }, include: { lines: { orderBy: { id: "asc" } } }, orderBy: [{ openedAt: "asc" }, { number: "asc" }] });

/** Every change of an RMA's state is written down by the database itself. */
export async function watchStates(m: MerchantShop): Promise<void> {
  await m.s.app.db.sql.run(`CREATE TABLE moved (n bigserial, id text, "from" text, "to" text, promised boolean DEFAULT false);
    CREATE FUNCTION note_state() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO moved (id, "from", "to") VALUES (OLD."id", OLD."state", NEW."state"); RETURN NEW; END $$;
    CREATE TRIGGER note_state AFTER UPDATE OF "state" ON "Rma" FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION note_state();
    CREATE FUNCTION note_promise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO moved (id, "from", "to", promised) VALUES (OLD."rmaId", OLD."promised"::text, NEW."promised"::text, true); RETURN NEW; END $$;
    CREATE TRIGGER note_promise AFTER UPDATE OF "promised" ON "RmaLine" FOR EACH ROW WHEN (OLD."promised" IS NOT NULL AND OLD."promised" IS DISTINCT FROM NEW."promised") EXECUTE FUNCTION note_promise();`);
}

type Course1 = Readonly<{ m: MerchantShop; placed: Placed; told: string[] }>;

async function selfService({ m, placed }: Course1, quantity: number): Promise<unknown> {
  const found = await m.ask("query F($id: ID!) { order(id: $id) { fulfillments(first: 5) { fulfillmentLineItems(first: 5) { nodes { id } } } } returnReasonDefinitions(first: 20) { nodes { id handle } } }", { id: placed.orderId });
  const reason = (found["returnReasonDefinitions"]?.["nodes"] as unknown as { id: string; handle: string }[]).find(({ handle }) => handle === "changed-my-mind");
  return m.ask("mutation R($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { field message } } }", { input: { orderId: placed.orderId, returnLineItems: [{ fulfillmentLineItemId: found["order"]?.["fulfillments"]?.[0]?.["fulfillmentLineItems"]?.["nodes"]?.[0]?.["id"], quantity, returnReasonDefinitionId: reason?.id, customerNote: "Please" }] } });
}

const returnsAt = async ({ m, placed }: Course1): Promise<{ id: string; status: string }[]> =>
  ((await m.ask("query R($id: ID!) { order(id: $id) { returns(first: 20) { nodes { id status } } } }", { id: placed.orderId }))["order"]?.["returns"]?.["nodes"] ?? []) as unknown as { id: string; status: string }[];

/** What Shopify tells of the order's returns, under a new event id or one that was told before. */
async function tellOfReturns(course: Course1, isSame: boolean): Promise<void> {
  const { m, placed, told } = course, order = Number(placed.orderId.split("/").at(-1));
  for (const { id } of await returnsAt(course)) {
    const eventId = isSame ? (told.at(-1) ?? randomUUID()) : randomUUID();
    told.push(eventId);
    await receiveEvent(m.s.app, { shop: m.shop, eventId, topic: "returns/update", payload: { admin_graphql_api_id: id, order_id: order }, triggeredAt: null });
  }
  await handleEvents(m.s.app, { shop: m.shop, resource: `order ${order}` });
}

async function workJobs({ m, placed }: Course1): Promise<void> {
  const actions = await query<{ id: string }>(m, `SELECT a."id" FROM "Action" a JOIN "Rma" r ON r."id" = a."rmaId" WHERE r."orderId" = $1 AND a."state" IN ('planned', 'sending') ORDER BY a."plannedAt"`, placed.orderId);
  for (const { id } of actions) await carryOut(m.s.app, { shop: m.shop, actionId: id });
}

/** Does one act; what is refused or fails is what people live with. */
async function doAct(course: Course1, { verb, which, units }: Act): Promise<unknown> {
  const { m, placed } = course, { app } = m.s, rmas = await rmasOf(m, placed), rma = rmas.length ? rmas[which % rmas.length] : undefined, line = rma?.lines[0];
  const asks = (actor: typeof STAFF | typeof CUSTOMER) => requestReturn(app, { shop: m.shop, orderId: placed.orderId, actor, lines: [{ lineId: placed.lines[0] ?? "", quantity: units, request: UNWANTED, originalBuyer: true, remedy: "refund" }] });
  if (verb === "customerAsks") return asks(CUSTOMER);
  if (verb === "staffAsks") return asks(STAFF);
  if (verb === "asksAtShopify") return selfService(course, units);
  if (verb === "webhook" || verb === "sameWebhook") return tellOfReturns(course, verb === "sameWebhook");
  if (verb === "job") return workJobs(course);
  if (verb === "fault") return m.fault({ ...FAULTS[units % FAULTS.length], times: 1 });
  if (verb === "cancelAtShopify") return m.ask("mutation C($id: ID!) { returnCancel(id: $id) { return { id } userErrors { field message } } }", { id: (await returnsAt(course)).at(which)?.id });
  if (!rma || !line) return null;
  const about = { shop: m.shop, rmaId: rma.id, actor: STAFF };
  switch (verb) {
    case "approve": return approveRma(app, about);
    case "decline": return declineRma(app, { ...about, reason: "Not as described" });
    case "cancel": return cancelRma(app, about);
    case "sent": return goodsSent(app, about);
    case "receive": return receiveGoods(app, { ...about, lines: [{ rmaLineId: line.id, quantity: units }] });
    case "inspect": return inspectLine(app, { ...about, rmaLineId: line.id, finding: "criteria_met" });
    case "settle": return settleRma(app, about);
    case "close": return closeRma(app, about);
    case "reopen": return reopenRma(app, about);
    default: return verb satisfies never;
  }
}

const cents = (text: string | null | undefined): number => Math.round(Number(text ?? 0) * 100);

/** What must hold at any moment. Returns what does not. */
export async function broken(m: MerchantShop, placed: Placed): Promise<string[]> {
  const rmas = await rmasOf(m, placed), wrong: string[] = [];
  const order = (await m.ask("query O($id: ID!) { order(id: $id) { totalReceivedSet { presentmentMoney { amount } } totalRefundedSet { presentmentMoney { amount } } returns(first: 20) { nodes { status returnLineItems(first: 10) { nodes { quantity ... on ReturnLineItem { processedQuantity } } } } } } }", { id: placed.orderId }))["order"] as Json;
  const amount = (name: string): number => cents(String(order[name]?.["presentmentMoney"]?.["amount"]));
  const returns = order["returns"]?.["nodes"] as unknown as { status: string; returnLineItems: { nodes: { quantity: number; processedQuantity: number }[] } }[];
  const processed = returns.flatMap((one) => one.returnLineItems.nodes).reduce((n, line) => n + line.processedQuantity, 0);
  // A return opened at Shopify itself is taken up as it stands, also beside a case that Shopify does not hold yet: who opens one here finds its units taken.
  const open = rmas.filter(({ state, openedBy }) => !["declined", "cancelled", "closed"].includes(state) && openedBy !== "Shopify").flatMap((rma) => rma.lines).reduce((n, line) => n + line.quantity - line.settled, 0);
  if (processed > BOUGHT) wrong.push(`${processed} units came back of ${BOUGHT} bought`);
  if (amount("totalRefundedSet") > amount("totalReceivedSet")) wrong.push("more is refunded than was captured");
  const settledHere = rmas.filter(({ openedBy }) => openedBy !== "Shopify").flatMap((rma) => rma.lines).reduce((n, line) => n + line.settled, 0);
  if (open + settledHere > BOUGHT) wrong.push(`${open} units in open RMAs and ${settledHere} settled of ${BOUGHT} bought`);
  for (const line of rmas.flatMap((rma) => rma.lines)) if (line.received > line.quantity || line.settled > Math.max(line.received, line.fulfillmentLineId ? 0 : line.quantity)) wrong.push(`a line of ${line.quantity} received ${line.received} and settled ${line.settled}`);
  const moved = await query<{ from: string; to: string; promised: boolean }>(m, `SELECT "from", "to", promised FROM moved WHERE id = ANY($1) ORDER BY n`, rmas.map(({ id }) => id));
  for (const { from, to, promised } of moved) {
    if (promised) wrong.push(`a promise was changed: ${from} to ${to}`);
    // "closed" is opened again to where its units stand, and a refused settlement goes back to be decided again.
    // What Shopify ended is over, whatever was done here in the meantime; staff may open it again.
    else if (!["cancelled", "declined", "closed"].includes(to) && !mayMove(from, to as RmaState)) wrong.push(`${from} became ${to}`);
  }
  return wrong;
}

/** What must hold once nothing is under way: both sides' money agrees, and what was promised and found good was paid. */
async function unsettled(m: MerchantShop, placed: Placed): Promise<string[]> {
  const rmas = await rmasOf(m, placed), wrong: string[] = [], { refunded } = await m.books(placed.orderId), lines = rmas.flatMap((rma) => rma.lines);
  const paid = lines.reduce((n, line) => n + cents(line.paidBack), 0);
  if (paid !== cents(refunded)) wrong.push(`ours says ${paid / 100} paid back, Shopify's ${refunded}`);
  for (const line of lines) {
    const promised = cents((line.promised as { refund?: { amount?: string } } | null)?.refund?.amount);
    if (line.settled === line.quantity && cents(line.paidBack) < promised) wrong.push(`promised ${promised / 100}, paid ${line.paidBack}`);
  }
  const left = await query<{ kind: string; state: string }>(m, `SELECT a."kind", a."state" FROM "Action" a JOIN "Rma" r ON r."id" = a."rmaId" WHERE r."orderId" = $1 AND a."state" IN ('planned', 'sending', 'unclear')`, placed.orderId);
  return [...wrong, ...left.map(({ kind, state }) => `${kind} is ${state} for ever`)];
}

/** Time goes by: jobs come round, a person looks at Shopify for what is unclear. */
async function calmDown(course: Course1): Promise<void> {
  const { m, placed } = course;
  await fetch(`${m.s.store.origin}/__faults`, { method: "DELETE" });
  for (let round = 0; round < 4; round++) {
    m.later(3 * MINUTE);
    await workJobs(course).catch(() => undefined);
    await tellOfReturns(course, false).catch(() => undefined);
    const unclear = await query<{ id: string }>(m, `SELECT a."id" FROM "Action" a JOIN "Rma" r ON r."id" = a."rmaId" WHERE r."orderId" = $1 AND a."state" = 'unclear'`, placed.orderId);
    for (const { id } of unclear) {
      const paid = (await rmasOf(m, placed)).flatMap((rma) => rma.lines).reduce((n, line) => n + cents(line.paidBack), 0);
      await resolveUnclear(m.s.app, { shop: m.shop, actionId: id, actor: STAFF, happened: cents((await m.books(placed.orderId)).refunded) > paid, reason: "Seen in the admin" });
    }
  }
}

/** Runs a course on an order of its own; what does not hold, and after which moment. */
export async function run(m: MerchantShop, course: Course): Promise<string[]> {
  const placed = await m.place({ lines: [{ sku: "AM-T5", quantity: BOUGHT, price: "69.99", tax: "16.80" }] }), one: Course1 = { m, placed, told: [] };
  await fetch(`${m.s.store.origin}/__faults`, { method: "DELETE" });
  for (const [i, moment] of course.entries()) {
    await Promise.all(moment.map((each) => doAct(one, each).catch(() => undefined)));
    m.later(10_000);
    const wrong = await broken(m, placed);
    if (wrong.length) return wrong.map((what) => `moment ${i + 1}: ${what}`);
  }
  await calmDown(one);
  return [...(await broken(m, placed)), ...(await unsettled(m, placed))];
}
