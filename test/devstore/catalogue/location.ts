import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, newId } from "../kernel/ids.ts";
import type { Shop } from "../shop.ts";
import { timeOf } from "../kernel/clock.ts";

export type LocationRecord = {
  __typename: "Location";
  id: string;
  name: string;
  isActive: boolean;
  fulfillsOnlineOrders: boolean;
  countryCode: string;
  createdAt: string;
};

/** The location every shop starts with. */
export function addFirstLocation(shop: Shop): LocationRecord {
  const record: LocationRecord = {
    __typename: "Location",
    id: newId(shop, "Location"),
    name: "Shop location",
    isActive: true,
    fulfillsOnlineOrders: true,
    countryCode: shop.countryCode,
    createdAt: timeOf(shop.clock),
  };
  shop.locations.set(record.id, record);
  return record;
}

type LocationsArgs = ConnectionArgs & { includeInactive?: boolean | null };

export const locationFields: FieldMap = {
  Query: {
    location: (args: { id?: string | null }, ctx: Ctx) =>
      args.id == null ? ([...ctx.shop.locations.values()][0] ?? null) : (ctx.shop.locations.get(idOf(args.id, "Location")) ?? null),
    locations: (args: LocationsArgs, ctx: Ctx) =>
      connection([...ctx.shop.locations.values()].filter((l) => l.isActive || args.includeInactive === true), args),
  },
};

export const locationNodes: NodeMap = { Location: (ctx, id) => ctx.shop.locations.get(id) };
