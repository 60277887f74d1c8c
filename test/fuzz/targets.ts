/** What hostile input is thrown at, and how each throw may end. Money moves in none of them; a crash is a fault. */
import { readFileSync } from "node:fs";
import { readClaim, type Claim, type Issue } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import { decideReturn } from "../../policy/decideReturn.ts";
import { explain } from "../../policy/explain.ts";
import { readPolicyText } from "../../policy/load.ts";
import { page } from "../../policy/page.ts";
import { readPolicy, type Policy } from "../../policy/policy.ts";
import { readingsApplied, type PolicyInForce } from "../../policy/readings.ts";
import { resourceOf } from "../../app/flows/receiveEvent.ts";
import { customerPayload } from "../../app/flows/answerCompliance.ts";
import { notUsable } from "../../app/flows/notUsable.ts";
import { readSettings, settingsSchema } from "../../app/settings.ts";
import { claimOf, type ShopFacts } from "../../app/shopify/claim.ts";
import { misfit } from "../../app/shopify/fitsShape.ts";
import type { OrderRead } from "../../app/shopify/order.ts";
import { shapes } from "../../app/types/shapes.generated.ts";
import { issuesOf } from "../../policy/claim.ts";
import { randomOf, type Random } from "../devstore/seed/random.ts";
import { madeUp, merchants, worked } from "../policy/merchants.ts";
import { answerQuoteBody, cancelOrderBody, draftBody, quoteBody, registerBody, requestBody, sentBody, uploadBody } from "../../app/api/customerBodies.ts";
import { bodyOf } from "../../app/api/body.ts";
import { Failure } from "../../app/api/failure.ts";
import { flowProperties } from "../../app/api/flowBodies.ts";
import { rowsIn } from "../../app/flows/importRegistrations.ts";
import { MANY, spoil, spoilText } from "./spoil.ts";

/** decided: an answer that may be acted on; review: an answer that a person or the customer must complete; refused: what is wrong is named by field. */
export type Ending = "decided" | "review" | "refused";
export type Target = Readonly<{ name: string; /** Its share of all inputs. */ share: number; once: (random: Random) => Ending | Promise<Ending> }>;

/** An input that was neither decided nor refused by name. */
export class Nameless extends Error {}

export function refused(issues: readonly Issue[]): Ending {
  const nameless = issues.length === 0 || issues.some((issue) => typeof issue.path !== "string" || !issue.message);
  if (nameless) throw new Nameless(`refused without saying what: ${JSON.stringify(issues).slice(0, 300)}`);
  return "refused";
}

const inForce = new Map<string, PolicyInForce>([...merchants, ...madeUp].map(([id, policy]) => [id, readingsApplied(policy)]));
const policies = [...inForce.values()];

/** Nothing negative goes back, and never more than was paid. */
function checkMoney(claim: Claim, refund: string | undefined): void {
  if (refund === undefined) return;
  const { unitPrice, quantity, tax, shipping, taxIncluded } = claim.money;
  const most = Number(unitPrice) * quantity + (taxIncluded ? 0 : Number(tax)) + Number(shipping);
  // Some policies give a bonus in credit on top; none more than half.
  if (Number(refund) < 0 || Number(refund) > most * 1.5 + 0.01) throw new Error(`${refund} goes back of ${most}`);
}

function decided(policy: PolicyInForce, claim: Claim): Ending {
  const decision = decide(policy, claim);
  for (const answer of decision.remedies) checkMoney(claim, answer.refund?.amount);
  explain(decision, policy, claim);
  return decision.outcome === "remedies_open" || decision.outcome === "declined" ? "decided" : "review";
}

const claims: Target["once"] = (random) => {
  const read = readClaim(spoil(random, random.pick(worked).claim));
  if ("errors" in read) return refused(read.errors);
  const policy = inForce.get(read.claim.policy) ?? random.pick(policies);
  if (random.chance(0.9)) return decided(policy, read.claim);
  const together = decideReturn(policy, [read.claim, random.pick(worked).claim]);
  return "errors" in together ? refused(together.errors) : "decided";
};

const documents = [...merchants.values(), ...madeUp.values()].map((policy) => JSON.parse(JSON.stringify(policy)) as Policy);

function used(policy: Policy, random: Random): Ending {
  const wrong = notUsable(policy, {}, {});
  if (wrong.length) return refused(wrong);
  const applied = readingsApplied(policy);
  const ending = decided(applied, random.pick(worked).claim);
  if (random.chance(0.05) && /<script|onerror=|javascript:/i.test(page(applied).replace(/&lt;script/g, ""))) throw new Error("a script reached the page");
  return ending;
}

/** A part of a document is quicker to read than all of it, and breaks as well. */
function smaller(policy: Policy, random: Random): unknown {
  const keep = new Set(Array.from({ length: 12 }, () => random.pick(policy.clauses).id));
  return { ...policy, clauses: policy.clauses.filter((clause) => keep.has(clause.id)).map((clause) => ({ ...clause, overrides: undefined })), readings: [] };
}

const policyDocuments: Target["once"] = (random) => {
  const read = readPolicy(spoil(random, JSON.parse(JSON.stringify(random.chance(0.95) ? smaller(random.pick(documents), random) : random.pick(documents)))));
  return "errors" in read ? refused(read.errors) : used(read.policy, random);
};

const yamls = ["clothing", "furniture"].map((name) => readFileSync(`test/policies/${name}.yaml`, "utf8"));

const policyTexts: Target["once"] = (random) => {
  const read = readPolicyText(spoilText(random, random.pick(yamls)), "policy/merchants");
  return "errors" in read ? refused(read.errors) : used(read.policy, random);
};

const event = { id: 5_773_692_000_192, admin_graphql_api_id: "gid://shopify/Order/5773692000192", order_id: 5_773_692_000_192, order: { id: 1 }, shop_id: 1, shop_domain: "a.myshopify.com", customer: { id: 7, email: "a@example.com" }, orders_requested: [1, 2], orders_to_redact: [3], data_request: { id: 9 } };
const topics = ["orders/updated", "fulfillments/update", "returns/request", "refunds/create", "customers/redact", "customers/data_request", "shop/redact", "app/uninstalled", "", "/", "x".repeat(500)];

const webhooks: Target["once"] = (random) => {
  const text = spoilText(random, JSON.stringify(spoil(random, event)));
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    return "refused";
  }
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return "refused";
  const resource = resourceOf(random.pick(topics), payload as Record<string, unknown>);
  if (typeof resource !== "string") throw new Nameless("no resource");
  const read = customerPayload.safeParse(payload);
  return read.success ? "decided" : refused(issuesOf(read.error));
};

const stored = { mapping: [{ when: { tag: "a", sku: "A*" }, gives: { class: "new", category: "camera" } }], returnAddresses: [{ from: ["US", "*"], country: "US", lines: ["1 Dock Road"] }], holidays: ["2026-12-25"], ownChannels: ["web"], channels: [{ from: "amazon", is: "authorized_reseller", seller: "A" }], shipBackDays: 14, automatic: { approve: true, decline: false } };

const settings: Target["once"] = (random) => {
  const read = settingsSchema.safeParse(spoil(random, stored));
  if (!read.success) return refused(issuesOf(read.error));
  readSettings(read.data);
  return "decided";
};

/** Answers to the order query, taken from the local Shopify; set before the run. */
let orders: readonly OrderRead[] = [];
export const useOrders = (read: readonly OrderRead[]): void => void (orders = read);

const facts: ShopFacts = { policy: "amcrest", zone: "America/Chicago", mapping: settingsSchema.parse(stored).mapping, returnCountry: () => "US", holidays: [], settings: { newWarrantyTerm: "P1Y" }, ownChannels: ["web"], channels: [] };
const orderShape = shapes["OrderForClaims"];

const answers: Target["once"] = (random) => {
  const data = spoil(random, { order: random.pick(orders) });
  const wrong = orderShape ? misfit(orderShape, data) : "there is no shape";
  if (wrong) return refused([{ path: wrong.split(" ")[0] ?? "", message: wrong }]);
  const { order } = data as { order: OrderRead | null };
  const line = order?.lineItems.nodes[0];
  if (!order || !line) return "refused";
  const read = readClaim(claimOf(order, line, facts, { request: { reason: random.pick(["unwanted", "defective"]) }, quantity: 1, originalBuyer: true }, "2026-11-28T12:00:00Z").claim);
  return "errors" in read ? refused(read.errors) : decided(random.pick(policies), read.claim);
};

const cells = ["#1001", "AM-T5", "SN-1", "2026-01-02", "", "=1+1", "@SUM", "-1", '"', '""', "a\nb", "a;b", "\u0000", "\uFEFF", "\u202Eabc", "9".repeat(400), "2026-02-30", "<script>", "toString", "__proto__", "#".repeat(5_000)];

/** A file of registrations as shops write them, some cells odd; now and then of ten thousand rows. */
export function csvText(random: Random, order: string, { item, on } = { item: "AM-T5", on: "2026-01-02" }): string {
  const mark = random.pick([",", ";", "\t"]), cell = (usual: string): string => (random.chance(0.15) ? random.pick(cells) : usual);
  const line = (i: number): string => [cell(order), cell(item), cell(`SN-${i}`), cell(on)].join(mark);
  return [["Order", "SKU", "Serial", "Registered on"].map(cell).join(mark), ...Array.from({ length: random.chance(0.002) ? MANY : random.whole(0, 4) }, (_, i) => line(i))].join(random.pick(["\n", "\r\n", "\r"]));
}

const csv: Target["once"] = (random) => {
  const read = rowsIn(spoilText(random, csvText(random, "#1001")));
  if ("errors" in read) return refused(read.errors);
  if (read.rows.length === 0 || read.rows.length > MANY) throw new Error(`${read.rows.length} rows`);
  return "decided";
};

const key = "0b8f6c1e-6a54-4c0e-9b1d-2f6f6f1f0a11", order = "gid://shopify/Order/1", asked = { lineId: "gid://shopify/LineItem/1", quantity: 1, reason: "defective", remedy: "refund", facts: { condition: "worn", complete: true, confirmed: { perfect_condition: true }, deliveredOn: "2026-01-02", serial: "S" }, files: ["a.b"], note: "n" };
const bodies = [
  [requestBody, { key, lines: [asked] }], [quoteBody, { lines: [asked] }], [cancelOrderBody, { key, note: "n" }], [draftBody, { data: { step: 1 } }], [uploadBody, { orderId: order, filename: "a.jpg", mimeType: "image/jpeg", size: 9 }],
  [answerQuoteBody, { rmaLineId: "l", accept: true, amount: "1.00" }], [sentBody, { tracking: "1Z" }], [registerBody, { orderId: order, lineId: asked.lineId, serial: "S" }],
  [flowProperties["open-rma"], { order_id: 1, line: "", reason: "defective", quantity: "1", note: null }], [flowProperties.decline, { rma_number: "RMA-1001", reason: "" }], [flowProperties["add-note"], { rma_number: "RMA-1001", note: "n" }],
] as const;

const requests: Target["once"] = async (random) => {
  const [schema, body] = random.pick(bodies), sent = JSON.stringify(spoil(random, body));
  try {
    const read = await bodyOf(new Request("http://app/", { method: "POST", headers: { "content-type": "application/json" }, body: random.chance(0.3) ? spoilText(random, sent) : sent }), schema);
    if (/\\u(0000|d[89a-f])/i.test(JSON.stringify(read))) throw new Error("what no column holds was let in");
    return "decided";
  } catch (error) {
    if (error instanceof Failure && error.code === "too_large") return "refused";
    return error instanceof Failure ? refused((error.more.fields ?? []).map(({ field, message }) => ({ path: field, message }))) : Promise.reject(error as Error);
  }
};

export const targets: readonly Target[] = [
  { name: "claims", share: 0.35, once: claims }, { name: "answers", share: 0.25, once: answers }, { name: "policy documents", share: 0.1, once: policyDocuments },
  { name: "policy texts", share: 0.02, once: policyTexts }, { name: "webhooks", share: 0.08, once: webhooks }, { name: "settings", share: 0.06, once: settings },
  { name: "files", share: 0.07, once: csv }, { name: "requests", share: 0.07, once: requests },
];

/** One input by its number: the same again for the same seed. */
export const throwOne = (target: Target, seed: number, index: number): Ending | Promise<Ending> => target.once(randomOf(seed, `${target.name} ${index}`));
