/** What is asked for a line, as the fields of a form and back. */
import type { LineAsked } from "../flows/askedUnits.ts";

const names = ["line", "reason", "quantity", "condition", "state", "packaging", "complete", "originalBuyer"] as const;

/** The fields that a search or a form carries; those left empty are not said. */
export const askedFields = (from: URLSearchParams | FormData): Record<string, string> => Object.fromEntries(names.flatMap((name) => (from.get(name) ? [[name, String(from.get(name))]] : [])));

const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined => allowed.find((one) => one === value);

/** The request on a line of an order. Quantities that are no number count as one. */
export function lineAsked(fields: Record<string, string>): LineAsked {
  const state = oneOf(fields["state"], ["sealed", "opened", "worn"] as const), packaging = oneOf(fields["packaging"], ["original", "missing"] as const);
  return {
    lineId: `gid://shopify/LineItem/${fields["line"] ?? ""}`, quantity: Math.max(1, Math.floor(Number(fields["quantity"]) || 1)), originalBuyer: fields["originalBuyer"] !== "false",
    request: { reason: fields["reason"] ?? "unwanted", ...(fields["condition"] ? { condition: fields["condition"] } : {}), ...(state ? { state } : {}), ...(packaging ? { packaging } : {}), ...(fields["complete"] ? { complete: true } : {}) },
  };
}
