/** The scenarios of the product, each a few chapters of one order. What somebody does stands in `act`; what they see in `isDone`. */
import { approveRma } from "../../app/flows/approveRma.ts";
import { cancelRma } from "../../app/flows/cancelRma.ts";
import { closeRma } from "../../app/flows/closeRma.ts";
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { registerProduct } from "../../app/flows/registerProduct.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { reopenRma } from "../../app/flows/reopenRma.ts";
import { requestReturn, type LineAsked } from "../../app/flows/requestReturn.ts";
import { settleRma, type SettleRma } from "../../app/flows/settleRma.ts";
import type { Actor } from "../../app/app.server.ts";
import type { RmaWithLines } from "../../app/store/rmas.ts";
import { CUSTOMER, DEFECTIVE, STAFF, UNWANTED } from "../app/asks.ts";
import type { MerchantShop, OrderPlan } from "../app/merchantShop.ts";
import type { Lab } from "./lab.ts";
import type { Chapter } from "./run.ts";
import { watched } from "./steps.ts";

/** `made`: what is there before the first chapter, done by the lab's own app. */
export type Scenario = Readonly<{ name: string; shop: string; policy?: object; order: OrderPlan; variants?: readonly string[]; made?: (lab: Lab, m: MerchantShop) => Promise<void>; chapters: readonly Chapter[] }>;

const now = async (lab: Lab): Promise<RmaWithLines> => {
  const rma = await lab.rma();
  if (!rma) throw new Error("there is no RMA");
  return rma;
};
const about = async (lab: Lab) => ({ shop: lab.about.shop, rmaId: (await now(lab)).id, actor: STAFF });
const isIn = (...states: string[]) => async (lab: Lab): Promise<boolean> => states.includes((await lab.rma())?.state ?? "");

const requests = (actor: Actor, line: Partial<LineAsked>): Chapter => {
  const act: Chapter["act"] = (lab) => requestReturn(lab.app, { shop: lab.about.shop, orderId: lab.about.orderId, actor, lines: [{ lineId: lab.about.lines[0] ?? "", quantity: 1, request: UNWANTED, originalBuyer: true, ...line }] });
  // A request that is there and waits is approved by staff; the customer need not ask twice.
  return { name: "request", act, isDone: isIn("approved"), again: async (lab) => ((await isIn("requested")(lab)) ? approveRma(lab.app, await about(lab)) : act(lab)) };
};
const receives = (quantity: number, inAll = quantity): Chapter => ({
  name: "receive",
  act: async (lab) => receiveGoods(lab.app, { ...(await about(lab)), lines: [{ rmaLineId: (await now(lab)).lines[0]?.id ?? "", quantity }] }),
  isDone: async (lab) => (await lab.rma())?.lines[0]?.received === inAll,
});
const inspects = (finding: string): Chapter => ({
  name: "inspect", act: async (lab) => inspectLine(lab.app, { ...(await about(lab)), rmaLineId: (await now(lab)).lines[0]?.id ?? "", finding }), isDone: async (lab) => (await lab.rma())?.lines[0]?.inspectedAt != null,
});
const settles = (settled: number, swap = false): Chapter => ({
  name: "settle",
  act: async (lab) => {
    const rmaLineId = (await now(lab)).lines[0]?.id ?? "", variantId = lab.about.variants?.[0], swapped: Partial<SettleRma> = swap && variantId ? { lines: [{ rmaLineId, variantId }] } : {};
    return settleRma(lab.app, { ...(await about(lab)), ...swapped });
  },
  isDone: async (lab) => (await lab.rma())?.lines[0]?.settled === settled,
});
const closes: Chapter = { name: "close", act: async (lab) => closeRma(lab.app, await about(lab)), isDone: isIn("closed") };

/** Chapters that only prepare. */
async function play(lab: Lab, ...chapters: Chapter[]): Promise<void> {
  for (const chapter of chapters) {
    await chapter.act(lab);
    await lab.settle();
    if (!(await chapter.isDone(lab))) throw new Error(`the setup does not get through "${chapter.name}"`);
  }
}

const camera = { sku: "AM-T5", price: "69.99", tax: "5.60" } as const;
/** A policy of one sentence: exchanges within 30 days, the customer pays the difference. */
const exchanges = {
  id: "exchanges", version: "1", merchant: "Exchanges", document: "Terms of exchange", home: "US", zone: "America/Chicago",
  clauses: [{ id: "X1", at: "1", says: "Within 30 days an item may be exchanged; the customer pays what the new one costs more.", when: { reason: "unwanted" }, opens: { remedy: "exchange", within: "30 days", from: "delivery" }, gives: { for: "exchange", priceDifference: "customer_pays" } }],
};
/** What happens at Shopify by itself; it is none of our steps, so nothing strikes it. */
const atShopify = (lab: Lab, path: string, body: object): Promise<unknown> => watched(null, () => fetch(`${lab.site.store}${path}`, { method: "POST", body: JSON.stringify({ shop: lab.about.shop, ...body }) }));
/** What the merchant does in Shopify's own admin. */
async function inAdmin(lab: Lab, query: string, variables: object): Promise<unknown> {
  const answer = await watched(null, () => fetch(`${lab.site.store}/${lab.about.shop}/admin/api/2026-10/graphql.json`, { method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": lab.about.token }, body: JSON.stringify({ query, variables }) }));
  return answer.json();
}
const count = async (lab: Lab, text: string): Promise<number> => Number((await lab.database.rows<{ n: number }>(text))[0]?.n ?? 0);

export const scenarios: readonly Scenario[] = [
  { name: "request to refund", shop: "amcrest", order: { lines: [camera] }, chapters: [requests(CUSTOMER, { remedy: "refund" }), receives(1), inspects("criteria_met"), settles(1), closes] },
  {
    name: "warranty replacement", shop: "camstro", order: { lines: [{ sku: "CS-T550-R", quantity: 2, price: "42.99" }], deliveredDaysAgo: 20 }, variants: ["CS-T550-R"],
    chapters: [requests(STAFF, { remedy: "replacement", request: DEFECTIVE }), receives(1), inspects("defect_confirmed"), settles(1, true)],
  },
  {
    name: "exchange with a balance", shop: "amcrest", policy: exchanges, order: { lines: [{ sku: "AM-T5", price: "69.99" }] }, variants: ["AM-VDB4"],
    made: (lab) => play(lab, requests(STAFF, { remedy: "exchange", request: { ...UNWANTED, exchangeFor: { unitPrice: "99.99" } } }), receives(1), inspects("criteria_met")), chapters: [settles(1, true)],
  },
  {
    name: "partial receipt", shop: "amcrest", order: { lines: [{ ...camera, quantity: 2, tax: "11.20" }] },
    made: (lab) => play(lab, requests(CUSTOMER, { quantity: 2, remedy: "refund" }), receives(1), inspects("criteria_met")), chapters: [settles(1), receives(1, 2), inspects("criteria_met"), settles(2)],
  },
  {
    name: "cancellation", shop: "amcrest", order: { lines: [camera] }, made: (lab) => play(lab, requests(CUSTOMER, { remedy: "refund" })),
    chapters: [
      { name: "cancel", act: async (lab) => cancelRma(lab.app, { ...(await about(lab)), reason: "Changed her mind" }), isDone: isIn("cancelled") },
      { name: "ask again", act: async (lab) => reopenRma(lab.app, await about(lab)), isDone: isIn("requested") },
      { name: "approve", act: async (lab) => approveRma(lab.app, await about(lab)), isDone: isIn("approved") },
    ],
  },
  {
    name: "registration", shop: "camstro", order: { lines: [{ sku: "CS-T550", price: "64.99" }], deliveredDaysAgo: 3 },
    chapters: [{
      name: "register", act: (lab) => registerProduct(lab.app, { shop: lab.about.shop, actor: STAFF, unit: { orderId: lab.about.orderId, lineId: lab.about.lines[0] ?? "", serial: "SN-1" } }),
      isDone: async (lab) => (await count(lab, `SELECT count(*) AS n FROM "Registration"`)) === 1,
    }],
  },
  {
    name: "reconciliation", shop: "amcrest", order: { lines: [camera], deliveredDaysAgo: 5 }, made: async (lab) => void (await lab.database.run(`DELETE FROM "Coverage"; DELETE FROM "Event"`)),
    chapters: [{ name: "night", act: (lab) => lab.app.jobs.send("reconcile", { shop: lab.about.shop }), isDone: async (lab) => (await count(lab, `SELECT count(*) AS n FROM "Coverage"`)) === 1 && (await count(lab, `SELECT count(*) AS n FROM "OrderRun" WHERE "state" = 'done'`)) === 1 }],
  },
  {
    name: "token refresh", shop: "amcrest", order: { lines: [camera] }, made: async (lab) => void (await lab.database.run(`DELETE FROM "Coverage"; UPDATE "Session" SET "expires" = now()`)),
    chapters: [{ name: "order changes", act: (lab) => inAdmin(lab, "mutation ($input: OrderInput!) { orderUpdate(input: $input) { order { id } userErrors { message } } }", { input: { id: lab.about.orderId, note: "Ring twice" } }), isDone: async (lab) => (await count(lab, `SELECT count(*) AS n FROM "Coverage"`)) === 1 }],
  },
  {
    name: "uninstall", shop: "amcrest", order: { lines: [camera] },
    chapters: [
      { name: "uninstall", act: (lab) => atShopify(lab, "/__uninstall", {}), isDone: async (lab) => (await count(lab, `SELECT count(*) AS n FROM "Shop" WHERE "uninstalledAt" IS NOT NULL`)) === 1 },
      { name: "erase", act: (lab) => atShopify(lab, "/__tell", { topic: "shop/redact" }), isDone: async (lab) => (await count(lab, `SELECT count(*) AS n FROM "Shop"`)) === 0 },
    ],
  },
];
