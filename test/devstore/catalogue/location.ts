import { idOf, newId } from "../kernel/ids.ts";
import { timeOf } from "../kernel/clock.ts";
import type { Ctx } from "../kernel/context.ts";
import { refuse, refuseAll, userError } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";
import { levelOf, onHand, moveStock, stockedAt, STATES } from "./inventory.ts";
import { checkMetafields, setMetafields, type MetafieldInput } from "./metafield.ts";

export type LocationAddressRecord = Record<"address1" | "address2" | "city" | "countryCode" | "phone" | "provinceCode" | "zip", string | null>;

export type LocationRecord = {
  __typename: "Location";
  id: string;
  name: string;
  isActive: boolean;
  fulfillsOnlineOrders: boolean;
  address: LocationAddressRecord;
  deactivatedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type LocationInput = { name?: string | null; fulfillsOnlineOrders?: boolean | null; address?: Partial<LocationAddressRecord> | null; metafields?: MetafieldInput[] | null };

const noAddress = (): LocationAddressRecord => ({ address1: null, address2: null, city: null, countryCode: null, phone: null, provinceCode: null, zip: null });

function addLocation(shop: Shop, name: string, input: LocationInput): LocationRecord {
  const now = timeOf(shop.clock);
  const record: LocationRecord = {
    __typename: "Location", id: newId(shop, "Location"), name, isActive: true, fulfillsOnlineOrders: input.fulfillsOnlineOrders ?? true,
    address: { ...noAddress(), ...input.address }, deactivatedAt: null, createdAt: now, updatedAt: now,
  };
  shop.locations.set(record.id, record);
  return record;
}

/** The location every shop starts with. */
export const addFirstLocation = (shop: Shop): LocationRecord => addLocation(shop, "Shop location", { address: { ...noAddress(), countryCode: shop.countryCode } });

const notFound = (field: string): never => refuse([field], "Location not found.", "LOCATION_NOT_FOUND");

const checkName = (ctx: Ctx, name: string | null | undefined, except: LocationRecord | null): string => {
  if (!name?.trim()) return refuse(["input", "name"], "Add a location name", "BLANK");
  const taken = [...ctx.shop.locations.values()].some((l) => l !== except && l.isActive && l.name === name);
  return taken ? refuse(["input", "name"], "You already have a location with this name", "TAKEN") : name;
};

export function createLocation(ctx: Ctx, input: LocationInput): LocationRecord {
  const name = checkName(ctx, input.name, null);
  checkMetafields(ctx, "Location", null, input.metafields, ["input", "metafields"]);
  const record = addLocation(ctx.shop, name, input);
  if (input.metafields) setMetafields(ctx, record.id, input.metafields, ["input", "metafields"]);
  ctx.emit("locations/create", record.id);
  return record;
}

export function editLocation(ctx: Ctx, id: string, input: LocationInput): LocationRecord {
  const record = ctx.shop.locations.get(idOf(id, "Location")) ?? refuse(["id"], "Location not found.", "NOT_FOUND");
  checkMetafields(ctx, "Location", record.id, input.metafields, ["input", "metafields"]);
  if (input.name !== undefined) record.name = checkName(ctx, input.name, record);
  if (input.fulfillsOnlineOrders != null) record.fulfillsOnlineOrders = input.fulfillsOnlineOrders;
  if (input.address) record.address = { ...record.address, ...input.address };
  if (input.metafields) setMetafields(ctx, record.id, input.metafields, ["input", "metafields"]);
  record.updatedAt = ctx.now();
  ctx.emit("locations/update", record.id);
  return record;
}

/** Texts and codes of activation, deactivation and deletion are those of the schema's error codes. */
export function activateLocation(ctx: Ctx, id: string): LocationRecord {
  const record = ctx.shop.locations.get(idOf(id, "Location")) ?? notFound("locationId");
  const sameName = [...ctx.shop.locations.values()].some((l) => l !== record && l.isActive && l.name === record.name);
  if (sameName) refuse(["locationId"], "There is already an active location with this name.", "HAS_NON_UNIQUE_NAME");
  Object.assign(record, { isActive: true, deactivatedAt: null, updatedAt: ctx.now() });
  ctx.emit("locations/activate", record.id);
  return record;
}

export function deactivateLocation(ctx: Ctx, id: string, destinationId: string | null | undefined): LocationRecord {
  const { shop } = ctx;
  const record = shop.locations.get(idOf(id, "Location")) ?? notFound("locationId");
  if (destinationId === record.id) refuse(["destinationLocationId"], "Destination location is the same as the location to be deactivated.", "DESTINATION_LOCATION_IS_THE_SAME_LOCATION");
  const destination = destinationId == null ? undefined : shop.locations.get(idOf(destinationId, "Location"));
  if (destinationId != null && !destination?.isActive) refuse(["destinationLocationId"], "Destination location is not found or inactive.", "DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE");
  const others = [...shop.locations.values()].some((l) => l !== record && l.isActive && l.fulfillsOnlineOrders);
  if (record.fulfillsOnlineOrders && !others) refuse(["locationId"], "At least one location must fulfill online orders.", "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT");
  if (!destination && hasStock(shop, record.id)) refuse(["locationId"], "Location could not be deactivated without specifying where to relocate inventory at the location.", "HAS_ACTIVE_INVENTORY_ERROR");
  if (destination) relocate(ctx, record, destination);
  Object.assign(record, { isActive: false, deactivatedAt: ctx.now(), updatedAt: ctx.now() });
  ctx.emit("locations/deactivate", record.id);
  return record;
}

export const hasStock = (shop: Shop, locationId: string): boolean => [...shop.inventoryLevels.values()].some((l) => l.locationId === locationId && onHand(l) !== 0);

function relocate(ctx: Ctx, from: LocationRecord, to: LocationRecord): void {
  for (const itemId of ctx.shop.inventoryItems.keys()) {
    const source = levelOf(ctx.shop, itemId, from.id);
    if (!source) continue;
    const target = stockedAt(ctx.shop, itemId, to.id, ctx.now());
    for (const state of STATES.filter((s) => s !== "on_hand")) {
      moveStock(target, state, source.quantities[state], ctx.now());
      moveStock(source, state, -source.quantities[state], ctx.now());
    }
    source.isActive = false;
  }
}

export function deleteLocation(ctx: Ctx, id: string): string {
  const record = ctx.shop.locations.get(idOf(id, "Location")) ?? notFound("locationId");
  const active = record.isActive ? [userError(["locationId"], "The location cannot be deleted while it is active.", "LOCATION_IS_ACTIVE")] : [];
  const stocked = hasStock(ctx.shop, record.id) ? [userError(["locationId"], "The location cannot be deleted while it has inventory.", "LOCATION_HAS_INVENTORY")] : [];
  refuseAll([...active, ...stocked]);
  ctx.shop.locations.delete(record.id);
  ctx.emit("locations/delete", record.id);
  return record.id;
}

const countries = new Intl.DisplayNames(["en"], { type: "region" });

/** A location's address as the API shows it; provinces are known by their code alone. */
export function addressFields(record: LocationRecord): object {
  const a = record.address;
  const country = a.countryCode ? (countries.of(a.countryCode) ?? a.countryCode) : null;
  const lines = [a.address1, a.address2, [a.city, a.provinceCode, a.zip].filter(Boolean).join(" "), country].filter((line): line is string => Boolean(line));
  return { __typename: "LocationAddress", ...a, country, province: a.provinceCode, formatted: lines, latitude: null, longitude: null };
}

