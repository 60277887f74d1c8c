/** A `Count`: exact up to the limit, AT_LEAST beyond it (recorded: order-catalog-count-read). */
export function countOf(all: number, limit: number | null = null): { count: number; precision: "EXACT" | "AT_LEAST" } {
  return limit !== null && all > limit ? { count: limit, precision: "AT_LEAST" } : { count: all, precision: "EXACT" };
}
