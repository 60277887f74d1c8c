/** What was asked for, as units of parcels, each with its claim. Units that another RMA speaks for are not there to ask. */
import { readClaim, type Claim } from "../../policy/claim.ts";
import { english } from "../../policy/words.en.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { RmaLine } from "../generated/prisma/client.ts";
import { claimOf, type Asked } from "../shopify/claim.ts";
import { parcelsOf } from "../shopify/deliveries.ts";
import type { LineRead } from "../shopify/order.ts";
import type { Refusal } from "../shopify/refusals.ts";
import type { OrderInHand } from "./orderInHand.ts";

/** A line asked for. `override` is a member of staff's reason to grant `remedy` against the policy; photos and serial number are kept with the line. */
export type LineAsked = Omit<Asked, "quantity"> & Readonly<{ lineId: string; quantity: number; remedy?: Remedy; note?: string; override?: string; photos?: readonly Readonly<{ name: string; ref: string; checked?: boolean }>[] }>;
export type Unit = Readonly<{ line: LineRead; asked: LineAsked; fulfillmentLineId: string | null; quantity: number; claim: Claim }>;
type Refused = Readonly<{ refused: readonly Refusal[] }>;

const refused = (field: string, message: string): Refused => ({ refused: [{ field, code: "INVALID", message }] });

/** The lines asked for, split by the parcels their units came in; or what is wrong with them, by field. */
export function unitsOf(inHand: OrderInHand, asked: readonly LineAsked[], spokenFor: readonly RmaLine[], at: string): Readonly<{ units: readonly Unit[] }> | Refused {
  const units: Unit[] = [];
  for (const [i, one] of asked.entries()) {
    const line = inHand.order.lineItems.nodes.find((node) => node.id === one.lineId);
    if (!line) return refused(`lines.${i}.lineId`, "The order has no such line.");
    const pieces = mayBeUnsent.has(one.request.reason) && unsentOf(line, spokenFor, units) >= one.quantity ? [{ fulfillmentLineId: null, quantity: one.quantity }] : piecesOf(inHand, line, one.quantity, spokenFor, units);
    if (!pieces && line.unfulfilledQuantity > 0 && !mayBeUnsent.has(one.request.reason)) return { refused: [{ field: `lines.${i}.quantity`, code: "NOT_SHIPPED", message: `${line.title}: what has not been sent cannot come back. Choose “${english.reasons["cancel"] ?? "cancel"}” as the reason to cancel it, or wait until it is shipped.` }] };
    if (!pieces && line.unfulfilledQuantity >= one.quantity) return { refused: [{ field: `lines.${i}.quantity`, code: "TAKEN", message: "These units are in another request already." }] };
    if (!pieces) return refused(`lines.${i}.quantity`, "More units than were bought and are not yet on their way back.");
    for (const piece of pieces) {
      const read = readClaim(claimFor(inHand, line, one, piece.quantity, units.filter((unit) => unit.line.id === line.id).length, spokenUnits(spokenFor, line.id) + unitsAmong(units, line.id), at));
      if ("errors" in read) return { refused: read.errors.map(({ path, message }) => ({ field: `lines.${i}.${path}`, code: "INVALID", message })) };
      units.push({ line, asked: one, ...piece, claim: read.claim });
    }
  }
  return units.length ? { units } : refused("lines", "Nothing was asked for.");
}

/** The claim of one piece; units that are spoken for count as gone, so that the parts of a line add up. */
function claimFor({ order, facts }: OrderInHand, line: LineRead, asked: LineAsked, quantity: number, piece: number, spoken: number, at: string): Claim {
  const { lineId: _line, remedy: _remedy, note: _note, override: _override, photos: _photos, ...said } = asked;
  const { claim } = claimOf(order, line, facts, { ...said, quantity }, at);
  const before = (claim.money.alreadyRefundedQuantity ?? 0) + spoken;
  return { ...claim, id: piece === 0 ? claim.id : `${claim.id}/${piece + 1}`, money: { ...claim.money, ...(before ? { alreadyRefundedQuantity: before } : {}) } };
}

const unitsAmong = (units: readonly Unit[], lineId: string): number => units.filter((unit) => unit.line.id === lineId).reduce((n, unit) => n + unit.quantity, 0);

/** Units in open RMAs that are not settled: what is settled stands in the order's own books. */
const spokenUnits = (spokenFor: readonly RmaLine[], lineId: string): number => spokenFor.filter((line) => line.lineId === lineId).reduce((n, line) => n + line.quantity - line.settled, 0);

/** What a customer may ask for of units that are still with the merchant. */
const mayBeUnsent: ReadonlySet<string> = new Set(["cancel", "not_received"]);

/** Units of a line that wait to be sent and that nobody has asked for. */
const unsentOf = (line: LineRead, spokenFor: readonly RmaLine[], taken: readonly Unit[]): number =>
  [...spokenFor.filter((one) => one.lineId === line.id && one.fulfillmentLineId === null).map((one) => one.quantity - one.settled), ...taken.filter((unit) => unit.line.id === line.id && unit.fulfillmentLineId === null).map(({ quantity }) => quantity)].reduce((n, quantity) => n - quantity, line.unfulfilledQuantity);

function piecesOf({ order }: OrderInHand, line: LineRead, wanted: number, spokenFor: readonly RmaLine[], taken: readonly Unit[]): { fulfillmentLineId: string | null; quantity: number }[] | null {
  const parcels = parcelsOf(order, line.id);
  let left = wanted;
  const pieces = parcels.flatMap(({ fulfillmentLineId, quantity }) => {
    const used = spokenFor.filter((one) => one.fulfillmentLineId === fulfillmentLineId).reduce((n, one) => n + one.quantity - one.settled, 0);
    const now = taken.filter((unit) => unit.fulfillmentLineId === fulfillmentLineId).reduce((n, unit) => n + unit.quantity, 0);
    const piece = Math.min(left, quantity - used - now);
    left -= Math.max(0, piece);
    return piece > 0 ? [{ fulfillmentLineId, quantity: piece }] : [];
  });
  return left === 0 && wanted > 0 ? pieces : null;
}
