import { PLANS, type Plan } from "../shop.ts";
import type { WireError } from "./validation.ts";

/** A bucket holds twenty seconds of its plan's rate (recorded: 2000 at 100 a second). */
export const bucketSize = (plan: Plan): number => PLANS[plan].restoreRate * 20;

type Bucket = { plan: Plan; throttle: { available: number; at: number } };

/** Fills the bucket up to now (real ms) and says what is in it, in whole points. */
export function available(shop: Bucket, now: number): number {
  const seconds = Math.max(0, now - shop.throttle.at) / 1000;
  shop.throttle.available = Math.min(bucketSize(shop.plan), shop.throttle.available + seconds * PLANS[shop.plan].restoreRate);
  shop.throttle.at = now;
  return Math.floor(shop.throttle.available);
}

/** Takes what an answer cost. */
export function charge(shop: Bucket, points: number): void {
  shop.throttle.available -= points;
}

export type Cost = {
  requestedQueryCost: number;
  actualQueryCost: number | null;
  throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
};

/** The `extensions.cost` of an answer. */
export function costReport(shop: Bucket, requestedQueryCost: number, actualQueryCost: number | null): Cost {
  const throttleStatus = { maximumAvailable: bucketSize(shop.plan), currentlyAvailable: Math.floor(shop.throttle.available), restoreRate: PLANS[shop.plan].restoreRate };
  return { requestedQueryCost, actualQueryCost, throttleStatus };
}

/** No recording shows it; shape and code as documented (API rate limits, "THROTTLED"). */
export const throttledError: WireError = {
  message: "Throttled",
  extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
};

/** One query may ask for a thousand points (documented: single query limit). */
export const LARGEST_QUERY = 1000;

export function tooDearError(cost: number): WireError {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${LARGEST_QUERY}).`,
    extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: LARGEST_QUERY, documentation: "https://shopify.dev/api/usage/rate-limits" },
  };
}
