/** What a customer asks, as the flows take it: only what a customer may say goes in, the evidence is looked at here. */
import { decideReturn, type ReturnDecision, type Wishes } from "../../policy/decideReturn.ts";
import type { AskedLine } from "../api.ts";
import type { App } from "../app.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { openLinesOf } from "../store/rmas.ts";
import { unitsOf, type LineAsked, type Unit } from "./askedUnits.ts";
import { lackingOf, type FileGiven } from "./evidence.ts";
import type { NotFound, OrderInHand } from "./orderInHand.ts";
import { orderInHand } from "./orderInHand.ts";
import { quoteLine } from "./quoteClaim.ts";

/** A line asked for with its files, whose handles were read, and with what is wanted in exchange, which was looked up. */
export type CustomerLine = Omit<AskedLine, "files" | "exchangeFor"> & Readonly<{ exchange?: Readonly<{ unitPrice?: string; wants?: "different_model"; title: string }>; files: readonly (FileGiven & Readonly<{ ref: string }>)[] }>;
export type CustomersUnit = Unit & Readonly<{ index: number }>;
export type Considered = Readonly<{ inHand: OrderInHand; asked: readonly LineAsked[]; units: readonly CustomersUnit[]; decision: ReturnDecision }>;

/** The order in hand, if it is the customer's own; another's is not found. */
export async function ownOrder(app: App, { shop, orderId, customerId }: Readonly<{ shop: string; orderId: string; customerId: string }>): Promise<OrderInHand | NotFound> {
  const inHand = await orderInHand(app, shop, orderId);
  return "notFound" in inHand || inHand.order.customer?.id === customerId ? inHand : { notFound: "order" };
}

/** Who placed the order is its first buyer, unless they say otherwise. */
export function askedOf(inHand: OrderInHand, line: CustomerLine, at: string): LineAsked {
  const { lineId, quantity, reason, remedy, facts = {}, files, serviceLevel, exchange, note = "" } = line;
  const { condition, state, packaging, complete, deviceUnboundAndReset, wants, originalBuyer = true, deliveredOn, serial } = facts;
  const said = { condition, state, packaging, complete, deviceUnboundAndReset, wants: exchange?.wants ?? wants, serviceLevel, exchangeFor: exchange?.unitPrice === undefined ? undefined : { unitPrice: exchange.unitPrice } };
  const request = { reason, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
  const asked: LineAsked = { lineId, quantity, request, originalBuyer, note: exchange ? `${exchange.title}. ${note}`.trim() : note, ...(serial ? { serial } : {}), ...(remedy ? { remedy } : {}), ...(deliveredOn ? { deliveredAccordingToCustomer: deliveredOn } : {}) };
  const node = inHand.order.lineItems.nodes.find((one) => one.id === lineId);
  const first = node && quoteLine(inHand, node, asked, at);
  const lacking = first && "decision" in first ? lackingOf(first.decision.remedies, line, files) : [];
  return lacking.length ? { ...asked, request: { ...request, missingEvidence: lacking } } : asked;
}

/** The lines decided together by the policy of the order's day; or what is wrong with what was asked, by field. */
export async function considered(app: App, inHand: OrderInHand, shop: string, lines: readonly CustomerLine[]): Promise<Considered | Readonly<{ refused: readonly Refusal[] }>> {
  const at = app.now().toISOString(), asked = lines.map((line) => askedOf(inHand, line, at));
  const result = unitsOf(inHand, asked, await openLinesOf(app.db.prisma, shop, inHand.order.id), at);
  if ("refused" in result) return result;
  const units = result.units.map((unit) => ({ ...unit, index: asked.indexOf(unit.asked) }));
  const wishes: Wishes = Object.fromEntries(units.flatMap(({ claim, asked: { remedy } }) => (remedy ? [[claim.id, remedy]] : [])));
  const decided = decideReturn(inHand.policy.inForce, units.map(({ claim }) => claim), wishes);
  if ("errors" in decided) return { refused: decided.errors.map(({ path, message }) => ({ field: path, code: "INVALID", message })) };
  return { inHand, asked, units, decision: decided.decision };
}
