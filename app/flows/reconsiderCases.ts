/** Open cases of an order are decided again when a carrier, Shopify or a person says of an arrival what was not known when they were decided. */
import { readClaim, type Claim } from "../../policy/claim.ts";
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action, RmaLine } from "../generated/prisma/client.ts";
import { claimOf, type ShopFacts } from "../shopify/claim.ts";
import type { OrderRead } from "../shopify/order.ts";
import { policyNamed } from "../store/policyVersions.ts";
import { changeLine, lockRma, openCasesOf, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import type { ShopRow } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { plan } from "./planned.ts";
import { shopFacts } from "./shopFacts.ts";
import { asJson, claimIn, promisedIn, reconsider, type Reconsidered } from "./storedLine.ts";

type Known = Pick<ShopFacts, "said" | "registered">;
type Changed = Readonly<{ line: RmaLine; claim: Claim }>;

const days = (claim: Claim): string => [claim.item.deliveredAt ?? []].flat().map((day) => day.slice(0, 10)).sort().join();

/** The line's claim with what is known of its arrival now; null where that says nothing new. The moment it was asked stays. */
function withArrival(order: OrderRead, line: RmaLine, facts: ShopFacts): Claim | null {
  const bought = order.lineItems.nodes.find(({ id }) => id === line.lineId), before = claimIn(line);
  if (!bought) return null;
  const { claim: now, delivery } = claimOf(order, bought, facts, { request: before.request, quantity: line.quantity }, before.askedAt);
  if (delivery.source === null || days(now) === days(before)) return null;
  const { deliveredAt, deliveredAccordingTo, carrierSays } = now.item;
  const claim = { ...before, order: { ...before.order, status: now.order.status, ...(now.order.shippedAt ? { shippedAt: now.order.shippedAt } : {}) }, item: { ...before.item, ...(deliveredAt ? { deliveredAt } : {}), ...(deliveredAccordingTo ? { deliveredAccordingTo } : {}), ...(carrierSays ? { carrierSays } : {}) } };
  const read = readClaim(claim);
  return "claim" in read ? read.claim : null;
}

/** A line that nobody had decided gets its promise; one that has a promise keeps it, and staff see what would be said now. */
async function decideAgain(app: App, tx: Tx, rma: RmaWithLines, { line, claim }: Changed, { decision, answer, difference }: Reconsidered): Promise<void> {
  const isOpenNow = rma.state === "requested" && promisedIn(line)?.status !== "open" && answer !== null;
  await changeLine(tx, line, { claim: asJson(claim), decision: asJson(decision), ...(isOpenNow ? { remedy: answer.remedy, promised: asJson(answer) } : {}) });
  const by = claim.item.deliveredAccordingTo ?? "", what = answer ? `${answer.remedy.replaceAll("_", " ")} is ${answer.status.replaceAll("_", " ")}` : "the policy gives no remedy";
  await addEntry(tx, { shop: rma.shop, rmaId: rma.id, at: app.now(), by: "Policy", kind: "decided_again", text: `${line.title}: arrived ${days(claim)} according to ${by}; decided again: ${what}.`, data: { rmaLineId: line.id, difference } });
}

/** Where every line is open by now, the request is approved as it would have been at once. */
async function approveIfOpen(app: App, tx: Tx, row: ShopRow, rmaId: string): Promise<Action | null> {
  const rma = await rmaOf(tx, row.domain, rmaId);
  if (rma.state !== "requested" || !rma.returnId || !row.settings.automatic.approve || rma.lines.some((line) => promisedIn(line)?.status !== "open")) return null;
  return plan(app, tx, { shop: rma.shop, rmaId, key: `${rma.number}/approve/${rma.returnId}` }, { kind: "approve", returnId: rma.returnId, by: "Policy" });
}

/** Decides the order's open cases again where its parcels say something new; the approvals that follow go by their jobs. */
export async function reconsiderCases(app: App, row: ShopRow, order: OrderRead, known: Known): Promise<void> {
  for (const { id } of await openCasesOf(app.db.prisma, row.domain, order.id)) {
    await app.db.prisma.$transaction(async (tx) => {
      const rma = await lockRma(tx, row.domain, id), policy = await policyNamed(tx, row.domain, rma.policyVersion), facts = { ...shopFacts(row, policy), ...known };
      const changed = rma.lines.flatMap((line): Changed[] => {
        const claim = line.settled < line.quantity ? withArrival(order, line, facts) : null;
        return claim ? [{ line, claim }] : [];
      });
      if (changed.length === 0) return;
      const again = reconsider(policy.inForce, changed);
      for (const [i, one] of changed.entries()) if (again[i]) await decideAgain(app, tx, rma, one, again[i]);
      await approveIfOpen(app, tx, row, id);
    });
  }
}
