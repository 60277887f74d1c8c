/** A request of a screen admitted: whose shop it is and who asks. */
import type { Actor, App } from "./app.server.ts";
import { installShop } from "./flows/installShop.ts";
import { staffName, tokenOf } from "./staffName.ts";
import { addAuditEntry } from "./store/audit.ts";

type Asked = Readonly<{ request: Request; context: Readonly<{ app: App }> }>;
type Redirect = Awaited<ReturnType<App["shopify"]["authenticate"]["admin"]>>["redirect"];
export type Admitted = Readonly<{ app: App; shop: string; actor: Actor; redirect: Redirect }>;

/** What of a request is written down: the path without what was searched for, which may name a customer. */
const seenBy = (request: Request): Readonly<{ kind: "saw" | "did"; what: string }> =>
  ({ kind: request.method === "GET" || request.method === "HEAD" ? "saw" : "did", what: new URL(request.url).pathname.replace(/\.data$/, "").slice(0, 200) });

/**
 * Authenticates the request and writes down who saw or did what; throws the library's responses where it must sign in first. On the first opening the
 * loaders of a screen run side by side: one trades the token, another may be here before the shop's row is written.
 */
export async function admit({ request, context: { app } }: Asked, { isFrame = false }: Readonly<{ /** Of the frame around every screen: the screen itself writes it down. */ isFrame?: boolean }> = {}): Promise<Admitted> {
  const { session, sessionToken, redirect } = await app.shopify.authenticate.admin(request);
  const { shop } = session;
  app.log.about({ shop });
  const known = await app.db.prisma.shop.findFirst({ where: { domain: shop, uninstalledAt: null }, select: { domain: true } });
  if (!known) await installShop(app, { shop });
  const name = sessionToken?.sub ? await staffName(app, { shop, userId: sessionToken.sub, token: tokenOf(request) }) : "Staff";
  if (!isFrame) await addAuditEntry(app.db.prisma, { shop, at: app.now(), by: name, ...seenBy(request) });
  return { app, shop, actor: { kind: "staff", name }, redirect };
}
