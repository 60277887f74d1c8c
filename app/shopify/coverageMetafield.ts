/** The order's metafield $app:coverage: per line return, warranty and register until, as JSON. */
import type { Admin } from "./admin.ts";
import { setMetafields } from "./documents/metafields.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";

export const coverageKey = { namespace: "$app", key: "coverage" } as const;

/** Writes the value; the same value written twice is the same metafield. */
export async function writeCoverage(admin: Admin, orderId: string, value: string): Promise<readonly Refusal[]> {
  const { metafieldsSet } = await admin.run(setMetafields, { metafields: [{ ownerId: orderId, namespace: coverageKey.namespace, key: coverageKey.key, type: "json", value }] });
  return refusalsOf(metafieldsSet);
}
