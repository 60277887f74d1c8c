import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import { levelOf } from "./inventory.ts";
import { activateLocation, addressFields, createLocation, deactivateLocation, deleteLocation, editLocation, hasStock, type LocationInput, type LocationRecord } from "./location.ts";

type ListArgs = ConnectionArgs & { includeInactive?: boolean | null; query?: string | null; sortKey?: string | null };

const SEARCH: SearchFields<LocationRecord> = {
  of: "locations",
  bare: ["name"],
  fields: {
    id: { kind: "id", read: (l) => l.id },
    name: { kind: "word", read: (l) => l.name },
    active: { kind: "exact", read: (l) => String(l.isActive) },
    city: { kind: "word", read: (l) => l.address.city },
    country: { kind: "exact", read: (l) => l.address.countryCode },
    province: { kind: "exact", read: (l) => l.address.provinceCode },
    zip: { kind: "exact", read: (l) => l.address.zip },
    created_at: { kind: "time", read: (l) => l.createdAt },
  },
};

const KEYS: Record<string, (l: LocationRecord) => string | number> = { NAME: (l) => l.name.toLowerCase(), ID: (l) => Number(tailOf(l.id)) };

const listed = (ctx: Ctx, args: ListArgs): LocationRecord[] =>
  sortedBy([...ctx.shop.locations.values()].filter((l) => l.isActive || args.includeInactive === true).filter(matcher(SEARCH, args.query)), KEYS, args.sortKey ?? "ID");

export const locationFields: FieldMap = {
  Query: {
    location: (args: { id?: string | null }, ctx: Ctx) =>
      args.id == null ? ([...ctx.shop.locations.values()][0] ?? null) : (ctx.shop.locations.get(idOf(args.id, "Location")) ?? null),
    locations: (args: ListArgs, ctx: Ctx) => connection(listed(ctx, args), args),
    locationsCount: (args: { query?: string | null; limit?: number | null }, ctx: Ctx) => countOf(listed(ctx, { query: args.query ?? null }).length, args.limit),
  },
  Mutation: {
    locationAdd: (args: { input: LocationInput }, ctx: Ctx) => ({ location: createLocation(ctx, args.input) }),
    locationEdit: (args: { id: string; input: LocationInput }, ctx: Ctx) => ({ location: editLocation(ctx, args.id, args.input) }),
    locationActivate: (args: { locationId: string }, ctx: Ctx) => ({ location: activateLocation(ctx, args.locationId) }),
    locationDeactivate: (args: { locationId: string; destinationLocationId?: string | null }, ctx: Ctx) => ({ location: deactivateLocation(ctx, args.locationId, args.destinationLocationId) }),
    locationDelete: (args: { locationId: string }, ctx: Ctx) => ({ deletedLocationId: deleteLocation(ctx, args.locationId) }),
  },
  Location: {
    legacyResourceId: (l: LocationRecord) => tailOf(l.id),
    address: addressFields,
    addressVerified: () => false,
    activatable: (l: LocationRecord) => !l.isActive,
    deactivatable: (l: LocationRecord, _args: object, ctx: Ctx) => l.isActive && [...ctx.shop.locations.values()].some((o) => o !== l && o.isActive && o.fulfillsOnlineOrders),
    deletable: (l: LocationRecord, _args: object, ctx: Ctx) => !l.isActive && !hasStock(ctx.shop, l.id),
    fulfillmentService: () => null,
    isFulfillmentService: () => false,
    isPrimary: (l: LocationRecord, _args: object, ctx: Ctx) => [...ctx.shop.locations.keys()][0] === l.id,
    hasActiveInventory: (l: LocationRecord, _args: object, ctx: Ctx) => hasStock(ctx.shop, l.id),
    shipsInventory: (l: LocationRecord) => l.isActive,
    localPickupSettingsV2: () => null,
    suggestedAddresses: () => [],
    inventoryLevel: (l: LocationRecord, args: { inventoryItemId: string }, ctx: Ctx) => levelOf(ctx.shop, idOf(args.inventoryItemId, "InventoryItem"), l.id) ?? null,
    inventoryLevels: (l: LocationRecord, args: ConnectionArgs, ctx: Ctx) => connection([...ctx.shop.inventoryLevels.values()].filter((v) => v.locationId === l.id && v.isActive), args),
  },
};

export const locationNodes: NodeMap = { Location: (ctx, id) => ctx.shop.locations.get(id) };
