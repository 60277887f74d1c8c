import { randomUUID } from "node:crypto";
import { Failure } from "./failure.ts";

/** The part of a shop that hands out ids. */
export type IdSource = { ids: { next: number } };

const GID = /^gid:\/\/shopify\/(\w+)\/([^?/\s]+)(\?.*)?$/;

/** A new `gid://shopify/Type/number`, unique over all types of the shop. */
export function newId(shop: IdSource, type: string): string {
  const number = shop.ids.next;
  shop.ids.next += 1;
  return gid(type, number);
}

export const gid = (type: string, tail: string | number): string => `gid://shopify/${type}/${tail}`;

/** An id with a random tail, as jobs and calculated fees have (facts: return-calculate). */
export const newUuidId = (type: string): string => gid(type, randomUUID());

/** Type and tail of a gid; null when the text is none. */
export function readGid(id: string): { type: string; tail: string } | null {
  const found = GID.exec(id);
  return found?.[1] !== undefined && found[2] !== undefined ? { type: found[1], tail: found[2] } : null;
}

/** The number or tail behind the last slash: `legacyResourceId`, order of creation, search by `id:`. */
export const tailOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1).replace(/\?.*$/, "");

/**
 * The id itself when it is a gid of one of the types; otherwise the top-level error RESOURCE_NOT_FOUND that Shopify
 * answers for a gid of the wrong type (recorded: return-reverse-logistics).
 */
export function idOf(id: string, ...types: string[]): string {
  const found = readGid(id);
  if (!found || !types.includes(found.type)) throw new Failure(`Invalid id: ${id}`, "RESOURCE_NOT_FOUND");
  return id;
}
