import type { LocationRecord } from "./location.ts";

/** The catalogue's part of a shop. */
export type CatalogueTables = { locations: Map<string, LocationRecord> };

export const catalogueTables = (): CatalogueTables => ({ locations: new Map() });
