/** Where goods are kept, and where those of a return go. */
import type { GoodsBackQuery, ReverseFulfillmentOrderDisposeInput } from "../types/admin.generated.ts";
import type { Admin } from "./admin.ts";
import { dispose, goodsBack, places } from "./documents/places.ts";
import { refusalsOf } from "./refusals.ts";
import type { Refused } from "./sendReturn.ts";

export type Place = Readonly<{ id: string; name: string }>;
/** A unit's way back by its parcel line: `disposed` units have an end already; `sentFrom` is null where Shopify does not say; what is no variant is not kept in stock. */
export type GoodsBack = Readonly<{ reverseId: string; disposed: number; sentFrom: Place | null; isStocked: boolean }>;

/** The shop's active locations. */
export const readPlaces = async (admin: Admin): Promise<readonly Place[]> => (await admin.run(places, {})).locations.nodes;

type Read = NonNullable<GoodsBackQuery["return"]>;

/** What comes back with a return, by the line of its parcel. */
export function goodsBackIn({ order, reverseFulfillmentOrders }: Pick<Read, "reverseFulfillmentOrders"> & Readonly<{ order: Pick<Read["order"], "fulfillments"> }>): ReadonlyMap<string, GoodsBack> {
  const sentFrom = (fulfillmentLineId: string): Place | null => order.fulfillments.find((parcel) => parcel.fulfillmentLineItems.nodes.some(({ id }) => id === fulfillmentLineId))?.location ?? null;
  return new Map(reverseFulfillmentOrders.nodes.flatMap(({ lineItems }) => lineItems.nodes).flatMap(({ id, dispositions, fulfillmentLineItem: line }) => (line ? [[line.id, {
    reverseId: id, disposed: dispositions.reduce((n, { quantity }) => n + quantity, 0), sentFrom: sentFrom(line.id), isStocked: line.lineItem.variant !== null,
  }] as const] : [])));
}

export async function readGoodsBack(admin: Admin, returnId: string): Promise<ReadonlyMap<string, GoodsBack>> {
  const { return: read } = await admin.run(goodsBack, { id: returnId });
  return read ? goodsBackIn(read) : new Map();
}

export async function sendDispose(admin: Admin, inputs: readonly ReverseFulfillmentOrderDisposeInput[]): Promise<object | Refused> {
  const payload = (await admin.run(dispose, { inputs: [...inputs] })).reverseFulfillmentOrderDispose, refused = refusalsOf(payload);
  return refused.length ? { refused } : {};
}
