import type { Asked } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import { customerGraphql } from "../customerAccount/endpoint.ts";
import { instantOf } from "../kernel/clock.ts";
import { customerTokenFor } from "../oauth/customerToken.ts";
import { mintCustomerToken } from "../oauth/sessionToken.ts";
import { actOnOrder } from "./act.ts";
import { accountExtensionPage, accountOrder, accountOrderPage, accountReturn, ownOrder } from "./accountOrder.ts";
import { accountOrders, accountPage, accountProfile, accountSignIn, type SignedIn } from "./accountPages.ts";
import { html } from "./html.ts";
import { goTo, notFound, page } from "./answers.ts";
import { accountPath, type View } from "./view.ts";

const COOKIE = "devstore_customer";

function cookie(view: View, customer: string): Record<string, string> {
  return { "set-cookie": `${COOKIE}=${customer}; Path=${accountPath(view.shop)}; HttpOnly; SameSite=Lax${customer === "" ? "; Max-Age=0" : ""}` };
}

/** The customer that the cookie names, if the shop has them. */
function signedIn(asked: Asked, view: View): SignedIn | null {
  const id = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)`).exec(asked.headers.cookie ?? "")?.[1];
  if (!id) return null;
  return view.read<{ customer: SignedIn | null }>("query FaceSignedIn($id: ID!) { customer(id: $id) { id displayName } }", { id: `gid://shopify/Customer/${id}` }).customer;
}

/** The same address once somebody is signed in. */
function withoutAs({ pathname, searchParams }: URL): string {
  const kept = new URLSearchParams(searchParams);
  kept.delete("as");
  return kept.size ? `${pathname}?${kept.toString()}` : pathname;
}

/** The pages of a customer's account by their path below /account/SHOP. */
export function accountGet(asked: Asked, _world: World, view: View, rest: string): Answer {
  const as = asked.url.searchParams.get("as");
  if (as && /^\d+$/.test(as)) return goTo(withoutAs(asked.url), cookie(view, as));
  const who = signedIn(asked, view);
  if (!who) return rest === "" || rest === "/" ? page(accountSignIn(view), view.app) : goTo(accountPath(view.shop));
  const [, section = "", id = "", more = "", handle = ""] = rest.split("/");
  if (section === "") return goTo(accountPath(view.shop, "/orders"));
  if (section === "profile") return shown(view, who, accountProfile(view, who.id));
  if (section === "pages") return shown(view, who, accountExtensionPage(view, id, who));
  if (section !== "orders") return shown(view, who, null);
  if (id === "") return shown(view, who, accountOrders(view, who.id));
  if (!/^\d+$/.test(id)) return shown(view, who, null);
  if (more === "pages") return shown(view, who, accountOrderPage(view, id, handle, who));
  return shown(view, who, more === "return" ? accountReturn(view, id, who) : accountOrder(view, id, who));
}

function shown(view: View, who: SignedIn, content: string | null): Answer {
  if (content !== null) return page(content, view.app);
  return { ...page(accountPage(view, "Not found", who, html`<h1>Not found</h1><div class="card empty"><h2>There is nothing here</h2>
    <p>This order is not yours, or it is gone.</p></div>`), view.app), status: 404 };
}

/** A session token as an extension of the account gets it: without `sub` when nobody is signed in. */
function customerToken(view: View, who: SignedIn | null): Answer {
  if (!view.app) return notFound("No app");
  const token = mintCustomerToken({ domain: view.shop.domain, clientId: view.app.clientId, secret: view.app.secret, nowMs: Date.now() }, who?.id ?? null);
  return { status: 200, body: token, headers: { "content-type": "text/plain", "cache-control": "no-store" } };
}

/** The Customer Account API for extensions with `api_access`, with the rights of who is signed in. */
function customerApi(asked: Asked, world: World, view: View, match: RegExpExecArray): Promise<Answer> | Answer {
  const who = signedIn(asked, view);
  if (!who) return { status: 401, body: "Nobody is signed in" };
  const token = customerTokenFor(view.shop, who.id, instantOf(view.shop.clock));
  return customerGraphql({ ...asked, match, shop: view.shop, headers: { ...asked.headers, authorization: token } }, world);
}

/** Signing in and out, and asking for a return. */
export async function accountPost(asked: Asked, world: World, view: View, rest: string): Promise<Answer> {
  const form = new URLSearchParams(asked.body.toString("utf8"));
  if (rest === "/sign-out") return goTo(accountPath(view.shop), cookie(view, ""));
  if (rest === "" || rest === "/") return /^\d+$/.test(form.get("customer") ?? "") ? goTo(accountPath(view.shop, "/orders"), cookie(view, form.get("customer") ?? "")) : notFound("No such customer");
  if (rest === "/session-token" && view.app) return customerToken(view, signedIn(asked, view));
  const asks = /^\/customer-api\/api\/([^/]+)\/graphql\.json$/.exec(rest);
  if (asks) return customerApi(asked, world, view, asks);
  const found = /^\/orders\/(\d+)\/return$/.exec(rest);
  const who = signedIn(asked, view);
  if (!found?.[1] || !who || !ownOrder(view, found[1], who)) return notFound("No such order");
  const refused = await actOnOrder(world, view, "request", `gid://shopify/Order/${found[1]}`, form);
  const back = accountPath(view.shop, `/orders/${found[1]}${refused === null ? "" : "/return"}`);
  return goTo(`${back}?${new URLSearchParams(refused === null ? { said: "Your request was sent." } : { refused }).toString()}`);
}
