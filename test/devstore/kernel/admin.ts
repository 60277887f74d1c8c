import { adminSchema, API_VERSIONS, type ApiVersion, type PublishedSchema } from "./schema.ts";
import { attach } from "./attach.ts";
import { allFields } from "../fields.ts";
import { checkedDocument } from "./document.ts";
import { executed, rootsOf } from "./execute.ts";
import type { Ctx } from "./context.ts";
import { instantOf, timeOf } from "./clock.ts";
import { record, type AccessToken, type Answer, type Call, type World } from "./world.ts";
import type { Shop } from "../shop.ts";
import type { Asked, Route } from "./server.ts";

const ready = new Map<ApiVersion, PublishedSchema>();

/** The schema of a version with all resolvers on it. */
export function readySchema(version: ApiVersion): PublishedSchema {
  const known = ready.get(version);
  if (known) return known;
  const published = adminSchema(version);
  attach(published.schema, allFields());
  ready.set(version, published);
  return published;
}

/** Too old a version falls forward to the oldest one that is served (documented: API versioning); a future one is unknown. */
export function servedVersion(asked: string): ApiVersion | null {
  const known = API_VERSIONS.find((v) => v === asked);
  if (known) return known;
  return /^\d{4}-\d\d$/.test(asked) && asked < API_VERSIONS[0] ? API_VERSIONS[0] : null;
}

export const adminRoutes: Route[] = [{ method: "POST", path: /^\/admin\/api\/([^/]+)\/graphql\.json$/, handle: adminGraphql }];

async function adminGraphql(asked: Asked, world: World): Promise<Answer> {
  const version = servedVersion(asked.match[1] ?? "");
  if (!version) return { status: 404, body: { errors: "Not Found" } };
  const token = asked.shop ? validToken(asked.shop, asked.headers["x-shopify-access-token"]) : null;
  if (!asked.shop || !token) return { status: 401, body: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" } };
  const body = readBody(asked);
  if (!body) return { status: 400, body: { errors: { query: "Required parameter missing or invalid" } } };
  const answer = await run(asked, world, asked.shop, token, version, body);
  return { ...answer, headers: { "x-shopify-api-version": version, "x-request-id": crypto.randomUUID(), ...answer.headers } };
}

type Body = { query: string; operationName: string | null; variables: Record<string, unknown> };

function readBody(asked: Asked): Body | null {
  const text = asked.body.toString("utf8");
  if (/^application\/graphql/.test(String(asked.headers["content-type"] ?? ""))) return { query: text, operationName: null, variables: {} };
  try {
    const read: Partial<Body> = JSON.parse(text);
    if (typeof read.query !== "string") return null;
    return { query: read.query, operationName: read.operationName ?? null, variables: read.variables ?? {} };
  } catch {
    return null;
  }
}

/** The token's record when the shop knows it and it has not run out. */
function validToken(shop: Shop, given: unknown): AccessToken | null {
  const token = typeof given === "string" ? shop.tokens.get(given) : undefined;
  if (!token) return null;
  return token.expiresAt !== null && token.expiresAt <= instantOf(shop.clock) ? null : token;
}

async function run(asked: Asked, world: World, shop: Shop, token: AccessToken, version: ApiVersion, body: Body): Promise<Answer> {
  const started = performance.now();
  const { schema } = readySchema(version);
  const checked = checkedDocument(schema, body.query, body.operationName);
  const roots = checked.errors ? [] : rootsOf(checked.operation);
  const operation = checked.errors ? body.operationName : (checked.operation.name?.value ?? null);
  const call: Call = { shop, operation, roots, query: body.query, variables: body.variables };
  const answer = await world.around(call, () => {
    if (checked.errors) return { status: 200, body: { errors: checked.errors } };
    const done = executed(schema, checked.document, checked.operation, body.variables, contextOf(asked, world, shop, token, version));
    return { status: 200, body: { data: done.data, ...(done.errors.length > 0 ? { errors: done.errors } : {}) } };
  });
  record(world, {
    at: timeOf(shop.clock), shop: shop.domain, operation, roots, status: answer.status, requestedCost: null, actualCost: null,
    ms: Math.round((performance.now() - started) * 100) / 100, request: { query: body.query, variables: body.variables }, answer: answer.body ?? null,
  });
  return answer;
}

function contextOf(asked: Asked, world: World, shop: Shop, token: AccessToken, apiVersion: string): Ctx {
  return {
    world, shop, token, apiVersion, origin: asked.origin,
    now: () => timeOf(shop.clock),
    emit: (topic, id, detail = {}) => world.onHappening({ shop, topic, id, at: timeOf(shop.clock), detail }),
  };
}
