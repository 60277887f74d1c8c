/**
 * What a member of staff is called. A session token carries a number alone; Shopify tells the name with an online token, for which
 * the session token is traded once. The online token itself is not kept: all work is done with the shop's own.
 */
import type { App } from "./app.server.ts";
import { keepStaff, staffBy } from "./store/staff.ts";

/** A name changes seldom; where Shopify did not tell one, it is asked again soon. */
const KNOWN_MS = 30 * 86_400_000, UNKNOWN_MS = 3_600_000;

/** The name, from what is stored or from Shopify; "Staff" and the number where neither tells one. `token` is the session token as it came. */
export async function staffName({ db, now, log, askStaff }: Pick<App, "db" | "now" | "log" | "askStaff">, { shop, userId, token }: Readonly<{ shop: string; userId: string; token: string }>): Promise<string> {
  const stored = await staffBy(db.prisma, shop, userId), at = now(), nameless = `Staff ${userId}`;
  if (stored && at.getTime() - stored.askedAt.getTime() < (stored.name === null ? UNKNOWN_MS : KNOWN_MS)) return stored.name ?? nameless;
  const name = await askStaff(shop, { userId, token }).catch((error: unknown) => {
    log.warn("Shopify did not tell what a member of staff is called", { error });
    return null;
  });
  await keepStaff(db.prisma, { shop, userId, name: name ?? stored?.name ?? null, askedAt: at });
  return name ?? stored?.name ?? nameless;
}

/** The session token of a request: in its header, or in the address of a page's first opening. */
export const tokenOf = (request: Request): string => /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? new URL(request.url).searchParams.get("id_token") ?? "";
