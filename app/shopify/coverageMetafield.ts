/** The order's metafield $app:coverage: per line return, warranty and register until, as JSON. */
import type { Admin } from "./admin.ts";
import { setMetafields } from "./documents/metafields.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";

export const coverageKey = { namespace: "$app", key: "coverage" } as const;

/** How many metafields one call may set (metafieldsSet). */
export const MOST_METAFIELDS = 25;

export type CoverageValue = Readonly<{ orderId: string; value: string }>;

/** Writes the values of up to 25 orders, all or none; the same value written twice is the same metafield. */
export async function writeCoverage(admin: Admin, values: readonly CoverageValue[]): Promise<readonly Refusal[]> {
  const metafields = values.map(({ orderId, value }) => ({ ownerId: orderId, namespace: coverageKey.namespace, key: coverageKey.key, type: "json", value }));
  const { metafieldsSet } = await admin.run(setMetafields, { metafields });
  return refusalsOf(metafieldsSet);
}
