/** A registered unit passes to a later owner, as far as the policy lets its warranty pass. */
import { dayIn, formatDay } from "../../policy/dates.ts";
import { readClaim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import type { Decision } from "../../policy/decision.ts";
import type { App } from "../app.server.ts";
import type { Clause } from "../../policy/policy.ts";
import type { Registration } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { claimOf } from "../shopify/claim.ts";
import { changeRegistration, registrationOf } from "../store/registrations.ts";
import { Missing } from "../store/rmas.ts";
import { orderInHand, type NotFound } from "./orderInHand.ts";
import { refreshCoverage } from "./refreshCoverage.ts";

export type TransferRegistration = Readonly<{ shop: string; registrationId: string; /** The later owner, where they are a customer of the shop; a gid. */ customerId: string | null }>;
export type Transferred = Readonly<{ registration: Registration }> | Readonly<{ refused: readonly Refusal[]; clauses: readonly Pick<Clause, "id" | "says">[] }> | NotFound;

const warranty = new Set(["replacement", "repair", "repair_or_replacement"]);
const opened = (decision: Decision): Set<string> => new Set(decision.remedies.filter(({ remedy }) => warranty.has(remedy)).map(({ remedy }) => remedy));

/** Of the clauses behind the refusals those that speak of who the owner is; all of them where none does. */
function whyLost(clauses: readonly Clause[], later: Decision, lost: readonly string[]): readonly Pick<Clause, "id" | "says">[] {
  const ids = new Set(later.declined.filter(({ remedy }) => lost.includes(remedy)).flatMap(({ because }) => because)), behind = clauses.filter(({ id }) => ids.has(id));
  const ofOwner = behind.filter((clause) => JSON.stringify(clause).includes('"originalBuyer":'));
  return (ofOwner.length ? ofOwner : behind).map(({ id, says }) => ({ id, says }));
}

/**
 * Refused with the clauses where the policy leaves a later owner none of the warranty that the first one has. Throws Missing.
 * From then on claims for the unit are those of a later owner.
 */
export async function transferRegistration(app: App, { shop, registrationId, customerId }: TransferRegistration): Promise<Transferred> {
  const registration = await registrationOf(app.db.prisma, shop, registrationId);
  if (!registration) throw new Missing(`${shop} has no registration ${registrationId}`);
  if (!registration.orderId) return { refused: [{ field: "", code: "INVALID", message: "This registration belongs to no order, so the policy cannot be asked." }], clauses: [] };
  const inHand = await orderInHand(app, shop, registration.orderId);
  if ("notFound" in inHand) return inHand;
  const { order, policy, facts, row } = inHand, line = order.lineItems.nodes.find(({ id }) => id === registration.lineId), at = app.now().toISOString();
  if (!line) return { notFound: "line" };
  const decided = (originalBuyer: boolean): Decision | null => {
    const { registered: _, ...rest } = facts, { claim } = claimOf(order, line, rest, { request: { reason: "defective" }, quantity: 1, originalBuyer, registeredAt: registration.registeredOn.toISOString().slice(0, 10) }, at), read = readClaim(claim);
    return "claim" in read ? decide(policy.inForce, read.claim) : null;
  };
  const [first, later] = [decided(true), decided(false)];
  if (!first || !later) return { refused: [{ field: "", code: "INVALID", message: "What is known of this order does not make a claim that the policy can answer." }], clauses: [] };
  const lost = [...opened(first)].filter((remedy) => !opened(later).has(remedy));
  if (lost.length > 0 && opened(later).size === 0) {
    return { refused: [{ field: "", code: "NOT_TRANSFERABLE", message: "The warranty does not pass to a later owner." }], clauses: whyLost(policy.inForce.clauses, later, lost) };
  }
  const transferredOn = new Date(`${formatDay(dayIn(at, order.shippingAddress?.timeZone ?? row.zone))}T00:00:00Z`);
  await changeRegistration(app.db.prisma, registration, { customerId, transferredOn });
  await refreshCoverage(app, { shop, orderId: order.id });
  return { registration: { ...registration, customerId, transferredOn } };
}
