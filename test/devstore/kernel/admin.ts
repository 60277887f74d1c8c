import { adminSchema, API_VERSIONS, type ApiVersion, type PublishedSchema } from "./schema.ts";
import { attach, unknownFields } from "./attach.ts";
import { allFields } from "../fields.ts";
import { instantOf } from "./clock.ts";
import { answerCall, type Body, type Caller } from "./call.ts";
import type { AccessToken, Answer, World } from "./world.ts";
import type { Shop } from "../shop.ts";
import type { Asked, Route } from "./server.ts";

const ready = new Map<ApiVersion, PublishedSchema>();

/** The schema of a version with all resolvers on it. */
export function readySchema(version: ApiVersion): PublishedSchema {
  const known = ready.get(version);
  if (known) return known;
  const published = adminSchema(version);
  const unknown = version === API_VERSIONS.at(-1) ? unknownFields(published.schema, allFields()) : [];
  if (unknown.length > 0) throw new Error(`resolvers for fields that the schema has not: ${unknown.join(", ")}`);
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
  const caller: Caller = { world, shop: asked.shop, token, version, origin: asked.origin, published: readySchema(version) };
  const answer = await answerCall(caller, body);
  return { ...answer, headers: { "x-shopify-api-version": version, "x-request-id": crypto.randomUUID(), ...answer.headers } };
}

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
