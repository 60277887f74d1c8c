import { randomBytes } from "node:crypto";

/** An access token of the Customer Account API: whose it is, and until when (milliseconds of the shop's clock). */
export type CustomerToken = { readonly token: string; readonly customer: string; readonly expiresAt: number };

export type CustomerTokenShop = { customerTokens: Map<string, CustomerToken> };

const LIFE_MS = 3600 * 1000;

/** A new token for a signed-in customer, an hour long; those that ran out are forgotten. */
export function customerTokenFor(shop: CustomerTokenShop, customer: string, now: number): string {
  for (const [key, old] of shop.customerTokens) if (old.expiresAt <= now) shop.customerTokens.delete(key);
  const token = `shcat_${randomBytes(16).toString("hex")}`;
  shop.customerTokens.set(token, { token, customer, expiresAt: now + LIFE_MS });
  return token;
}

/** The gid of the customer a token belongs to; null when it is unknown or has run out. */
export function customerOf(shop: CustomerTokenShop, token: string, now: number): string | null {
  const found = shop.customerTokens.get(token);
  return found !== undefined && now < found.expiresAt ? found.customer : null;
}
