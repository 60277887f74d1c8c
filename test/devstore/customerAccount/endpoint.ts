import { execute, type GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { instantOf, timeOf } from "../kernel/clock.ts";
import { checkedDocument } from "../kernel/document.ts";
import { Failure, notModelled } from "../kernel/failure.ts";
import { published } from "../kernel/schema.ts";
import type { Asked, Route } from "../kernel/server.ts";
import { record, type Answer, type Call, type World } from "../kernel/world.ts";
import { rootsOf } from "../kernel/execute.ts";
import type { Shop } from "../shop.ts";
import { customerOf } from "../oauth/customerToken.ts";
import { isData } from "../webhooks/payloads/rest.ts";
import { of, type CustomerCtx, type Thing } from "./ask.ts";
import { customerFields } from "./customerFields.ts";
import type { CustomerFields } from "./fields.ts";
import { orderFields } from "./orderFields.ts";
import { requestReturn, returnFields, type RequestedLine } from "./returnFields.ts";

const VERSIONS = ["2025-10", "2026-01", "2026-04", "2026-07", "2026-10"];

/** True when an order exists and is this customer's; another's does not exist for them. */
function isOwn(ctx: CustomerCtx, orderId: string): boolean {
  const customer = of(ctx, "order", orderId, "customer { id }");
  return isData(customer) && customer.id === ctx.customer;
}

function ownReturn(ctx: CustomerCtx, id: string): Thing | null {
  const order = of(ctx, "return", id, "order { id }");
  return isData(order) && isOwn(ctx, String(order.id)) ? { __typename: "Return", id } : null;
}

const roots: CustomerFields = {
  QueryRoot: {
    customer: (_source, _args, ctx) => ({ __typename: "Customer", id: ctx.customer }),
    order: (_source, args: { id: string }, ctx) => (isOwn(ctx, args.id) ? { __typename: "Order", id: args.id } : null),
    return: (_source, args: { id: string }, ctx) => ownReturn(ctx, args.id),
    shop: (_source, _args, { shop }) => ({ __typename: "Shop", id: shop.id, name: shop.name, email: shop.email, myshopifyDomain: shop.domain, url: `https://${shop.domain}` }),
  },
  Mutation: {
    orderRequestReturn: (_source, args: { orderId: string; requestedLineItems: RequestedLine[] }, ctx) => requestReturn(ctx, args, isOwn(ctx, args.orderId)),
  },
};

const FIELDS: CustomerFields = { ...roots, ...customerFields, ...orderFields, ...returnFields };

/** A listed field by its resolver, else the source's own key, else a failure that names the field. */
const resolve: GraphQLFieldResolver<unknown, CustomerCtx> = (source, args, ctx, info) => {
  const listed = FIELDS[info.parentType.name]?.[info.fieldName];
  if (listed) return (listed as (...given: unknown[]) => unknown)(source, args, ctx);
  if (isData(source) && info.fieldName in source) return source[info.fieldName];
  throw notModelled(`Customer Account API ${info.parentType.name}.${info.fieldName}`);
};

function wire(error: GraphQLError): object {
  const { originalError: cause } = error;
  const extensions = cause instanceof Failure ? { code: cause.code } : { code: "INTERNAL_SERVER_ERROR" };
  return { message: error.message, locations: error.locations, path: error.path, extensions };
}

type Body = { query: string; variables: Record<string, unknown>; operationName: string | null };

function bodyOf(asked: Asked): Body | null {
  try {
    const read: unknown = JSON.parse(asked.body.toString("utf8"));
    if (!isData(read) || typeof read.query !== "string") return null;
    return { query: read.query, variables: isData(read.variables) ? read.variables : {}, operationName: typeof read.operationName === "string" ? read.operationName : null };
  } catch {
    return null;
  }
}

function answer(schema: GraphQLSchema, ctx: CustomerCtx, body: Body): { call: Call; run: () => Answer } {
  const checked = checkedDocument(schema, body.query, body.operationName);
  const named = checked.errors ? body.operationName : (checked.operation.name?.value ?? null);
  const call: Call = { shop: ctx.shop, operation: named, roots: checked.errors ? [] : rootsOf(checked.operation), query: body.query, variables: body.variables };
  const run = (): Answer => {
    if (checked.errors) return { status: 200, body: { errors: checked.errors } };
    const done = execute({ schema, document: checked.document, contextValue: ctx, variableValues: body.variables, operationName: body.operationName, fieldResolver: resolve });
    if (done instanceof Promise) throw new Error("a resolver answered with a promise");
    return { status: 200, body: { data: done.data, ...(done.errors ? { errors: done.errors.map(wire) } : {}) } };
  };
  return { call, run };
}

const unauthorized: Answer = { status: 401, body: { errors: [{ message: "Invalid token, missing required access token", extensions: { code: "UNAUTHENTICATED" } }] } };

function caller(asked: Asked, shop: Shop): string | null {
  const token = (asked.headers.authorization ?? "").replace(/^Bearer /, "");
  return customerOf(shop, token, instantOf(shop.clock));
}

/** POST /customer/api/<version>/graphql (the version is the first part of `match`): a customer's own orders and returns, by an access token of theirs. */
export async function customerGraphql(asked: Asked, world: World): Promise<Answer> {
  const version = asked.match[1] ?? "";
  const { shop } = asked;
  if (!shop || !VERSIONS.includes(version)) return { status: 404, body: { errors: "Not Found" } };
  const customer = caller(asked, shop);
  if (customer === null) return unauthorized;
  const body = bodyOf(asked);
  if (!body) return { status: 400, body: { errors: [{ message: "Required parameter missing or invalid" }] } };
  const started = performance.now();
  const { call, run } = answer(published(`customer_${version}`).schema, { world, shop, customer, origin: asked.origin }, body);
  const given = await world.around(call, run);
  record(world, {
    at: timeOf(shop.clock), shop: shop.domain, operation: call.operation, roots: call.roots, status: given.status, requestedCost: null, actualCost: null,
    ms: Math.round((performance.now() - started) * 100) / 100, request: { query: body.query, variables: body.variables, customer }, answer: given.body ?? null,
  });
  return given;
}

export const customerAccountRoutes: Route[] = [
  { method: "POST", path: /^(?:\/account)?\/customer\/api\/([^/]+)\/graphql(?:\.json)?$/, handle: customerGraphql },
  {
    method: "GET", path: /^\/\.well-known\/customer-account-api$/,
    handle: ({ origin }) => ({ status: 200, body: { graphql_api: `${origin}/customer/api/2026-10/graphql`, mcp_api: null } }),
  },
];
