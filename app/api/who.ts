/**
 * Whose session token it is. The library checks signature (HS256 alone), expiry and start; it does not look at the audience
 * on these routes, nor whether a token of a customer comes to a route of staff: that is done here.
 */
import { z } from "zod";
import type { App } from "../app.server.ts";
import { Failure } from "./failure.ts";

const domain = z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);
const time = z.number().int().positive();
const always = { aud: z.string(), exp: time, nbf: time, jti: z.string().min(1).optional() };
/** A customer account extension's token: `dest` is the bare domain, `sub` the customer; nobody signed in has none. */
const customerClaims = z.looseObject({ ...always, dest: domain, sub: z.string().regex(/^gid:\/\/shopify\/Customer\/\d+$/), iss: z.undefined().optional() });
/** An admin or POS extension's token: `dest` an address, `iss` the admin of the same shop, `sub` the user. */
const staffClaims = z.looseObject({ ...always, dest: z.string().startsWith("https://"), iss: z.string(), sub: z.string().regex(/^\d+$/) });

export type Customer = Readonly<{ shop: string; customerId: string }>;
export type Staff = Readonly<{ shop: string; userId: string }>;

/** The claims of the token, signature and times checked by the library. Its own refusals become ours; a robot's 410 stays a refusal too. */
async function claimsOf(app: App, request: Request): Promise<unknown> {
  if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.headers.get("authorization") ?? "")) throw new Failure("unauthenticated");
  try {
    return (await app.shopify.authenticate.public.customerAccount(request)).sessionToken;
  } catch (error) {
    if (error instanceof Response) throw new Failure(error.status === 410 ? "forbidden" : "unauthenticated");
    throw error;
  }
}

async function checked<Shape extends z.ZodType<{ aud: string }>>(app: App, request: Request, schema: Shape): Promise<z.infer<Shape>> {
  const read = schema.safeParse(await claimsOf(app, request));
  if (!read.success) throw new Failure("forbidden");
  if (read.data.aud !== app.apiKey) throw new Failure("unauthenticated");
  return read.data;
}

async function installed(app: App, shop: string): Promise<string> {
  const row = await app.db.prisma.shop.findFirst({ where: { domain: shop, uninstalledAt: null }, select: { domain: true } });
  if (!row) throw new Failure("forbidden");
  return shop;
}

/** The customer who is signed in. Throws Failure: unauthenticated for a token that is no good, forbidden for one that is somebody else's. */
export async function customerOf(app: App, request: Request): Promise<Customer> {
  const { dest, sub } = await checked(app, request, customerClaims);
  return { shop: await installed(app, dest), customerId: sub };
}

/** The member of staff. Throws Failure likewise. */
export async function staffOf(app: App, request: Request): Promise<Staff> {
  const { dest, iss, sub } = await checked(app, request, staffClaims);
  const shop = domain.safeParse(dest.slice("https://".length));
  if (!shop.success || iss !== `https://${shop.data}/admin`) throw new Failure("forbidden");
  return { shop: await installed(app, shop.data), userId: sub };
}
