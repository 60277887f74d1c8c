import { control, given, numberOf, shopOf, textOf, Wrong, type Given } from "../control/body.ts";
import { outsideOf, type Outside } from "../control/outside.ts";
import { gid, tailOf } from "../kernel/ids.ts";
import type { Asked, Route } from "../kernel/server.ts";
import { record, type Answer, type Call, type World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";
import { adminRead } from "../webhooks/adminRead.ts";
import { deliver } from "../webhooks/dispatch.ts";
import { isData } from "../webhooks/payloads/rest.ts";
import { timeOf, instantOf } from "../kernel/clock.ts";
import { liveToken } from "./accessToken.ts";
import { customerTokenFor } from "./customerToken.ts";
import { install, openedBy, uninstall } from "./install.ts";
import { mintAdminToken, mintCustomerToken, type MintFor } from "./sessionToken.ts";
import { staffUser } from "./staffUser.ts";
import { answerTokenRequest, type TokenFields } from "./tokenRequest.ts";

/** A token request's fields: JSON or a form, both are accepted (documented). */
function tokenFields(asked: Asked): TokenFields {
  const text = asked.body.toString("utf8");
  if (/json/.test(asked.headers["content-type"] ?? "")) return Object.fromEntries(Object.entries(given(asked)).map(([key, value]) => [key, String(value)]));
  return Object.fromEntries(new URLSearchParams(text));
}

function mintFor(outside: Outside, shop: Shop, from: Given): MintFor {
  const life = numberOf(from, "life");
  return { domain: shop.domain, clientId: outside.app.clientId, secret: outside.app.secret, nowMs: Date.now(), ...(life === undefined ? {} : { life }) };
}

/** A customer by gid, number or e-mail address. */
function customerGid(outside: Outside, shop: Shop, from: Given): string {
  const wanted = textOf(from, "customer") ?? "";
  const byEmail = wanted.includes("@");
  const query = byEmail
    ? "query ($of: String!) { customerByIdentifier(identifier: { emailAddress: $of }) { id } }"
    : "query ($of: ID!) { customer(id: $of) { id } }";
  const of = byEmail || wanted.startsWith("gid:") ? wanted : gid("Customer", wanted);
  const [found] = Object.values(adminRead(outside.world, shop, query, { of }).data);
  if (!isData(found)) throw new Wrong(`no customer ${wanted} in ${shop.domain}`);
  return String(found.id);
}

/** Opening the app in the admin installs it, as managed install does once the merchant has agreed. */
function mintForAdmin(outside: Outside, shop: Shop, from: Given): object {
  openedBy(shop, { clientId: outside.app.clientId, scopes: outside.app.declaration.scopes });
  const sessionId = textOf(from, "session") ?? `${tailOf(shop.id)}-staff`;
  return { token: mintAdminToken(mintFor(outside, shop, from), staffUser(shop).id, sessionId), user: staffUser(shop) };
}

function mint(outside: Outside, shop: Shop, from: Given): object {
  switch (from.for ?? "admin") {
    case "admin":
      return mintForAdmin(outside, shop, from);
    case "customer":
      return { token: mintCustomerToken(mintFor(outside, shop, from), from.customer === null ? null : customerGid(outside, shop, from)) };
    case "customerApi":
      return { token: customerTokenFor(shop, customerGid(outside, shop, from), instantOf(shop.clock)) };
    default:
      throw new Wrong('for is "admin", "customer" (both session tokens) or "customerApi" (an access token of the Customer Account API)');
  }
}

/** One token request, logged without its secrets; faults reach it by the root "access_token". */
async function accessToken(asked: Asked, world: World): Promise<Answer> {
  const { shop } = asked;
  if (!shop) return { status: 404, body: { errors: "Not Found" } };
  const fields = tokenFields(asked);
  const started = performance.now();
  const call: Call = { shop, operation: null, roots: ["access_token"], query: "", variables: {} };
  const answer = await world.around(call, () => answerTokenRequest(shop, outsideOf(world).app, fields));
  record(world, {
    at: timeOf(shop.clock), shop: shop.domain, operation: null, roots: call.roots, status: answer.status, requestedCost: null, actualCost: null,
    ms: Math.round((performance.now() - started) * 100) / 100, request: { grant_type: fields.grant_type }, answer: answer.status === 200 ? null : (answer.body ?? null),
  });
  return answer;
}

/** DELETE with its own token is how an app leaves a shop (REST: api_permissions/current). */
function leave(asked: Asked, world: World): Answer {
  const { shop } = asked;
  const token = asked.headers["x-shopify-access-token"];
  if (!shop || typeof token !== "string" || liveToken(shop, token, instantOf(shop.clock)) === null) {
    return { status: 401, body: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" } };
  }
  uninstall(outsideOf(world), shop);
  return { status: 200, body: {} };
}

function told(outside: Outside, shop: Shop, from: Given): object {
  const topic = textOf(from, "topic");
  if (topic === undefined) throw new Wrong("topic is missing");
  const id = from.customer === undefined ? (textOf(from, "id") ?? shop.id) : customerGid(outside, shop, from);
  const detail = typeof from.detail === "object" && from.detail !== null ? { ...from.detail } : {};
  deliver(outside, { shop, topic, id, at: timeOf(shop.clock), detail });
  return { told: topic, id };
}

const ok = (body: object): Answer => ({ status: 200, body });

export const oauthRoutes: Route[] = [
  control("POST", /^\/admin\/oauth\/access_token(?:\.json)?$/, accessToken),
  control("DELETE", /^\/admin\/api_permissions\/current\.json$/, leave),
  control("POST", /^\/__mint$/, (asked, world) => ok(mint(outsideOf(world), shopOf(asked, world, given(asked)), given(asked)))),
  control("POST", /^\/__install$/, (asked, world) => {
    const from = given(asked);
    const shop = shopOf(asked, world, from);
    install(outsideOf(world), shop, Array.isArray(from.scopes) ? from.scopes.map(String) : undefined);
    return ok({ shop: shop.domain, installation: shop.installation });
  }),
  control("POST", /^\/__uninstall$/, (asked, world) => {
    const shop = shopOf(asked, world, given(asked));
    return ok({ shop: shop.domain, uninstalled: uninstall(outsideOf(world), shop) });
  }),
  control("POST", /^\/__tell$/, (asked, world) => ok(told(outsideOf(world), shopOf(asked, world, given(asked)), given(asked)))),
  control("POST", /^\/__refresh$/, (asked, world) => {
    const reuse = given(asked).reuse;
    if (reuse !== "once" && reuse !== "until-replaced") throw new Wrong('reuse is "once" or "until-replaced"');
    outsideOf(world).app.refreshReuse = reuse;
    return ok({ reuse });
  }),
];
