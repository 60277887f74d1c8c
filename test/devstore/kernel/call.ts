import type { Shop } from "../shop.ts";
import { timeOf } from "./clock.ts";
import type { Ctx } from "./context.ts";
import { requestedCost } from "./cost.ts";
import { actualCost } from "./actualCost.ts";
import { checkedDocument, type Checked } from "./document.ts";
import { executed, rootsOf } from "./execute.ts";
import type { ApiVersion, PublishedSchema } from "./schema.ts";
import { available, charge, costReport, LARGEST_QUERY, throttledError, tooDearError, type Cost } from "./throttle.ts";
import type { WireError } from "./validation.ts";
import { checkedVariables } from "./variables.ts";
import { record, type AccessToken, type Answer, type Call, type World } from "./world.ts";

export type Body = { query: string; operationName: string | null; variables: Record<string, unknown> };
export type Caller = { world: World; shop: Shop; token: AccessToken; version: ApiVersion; origin: string; published: PublishedSchema };

type Wire = { data?: unknown; errors?: readonly WireError[]; extensions?: { cost: Cost } };
type Runnable = Extract<Checked, { errors: null }>;

/** One GraphQL call from its text to its answer: checks, price, faults, execution, log. */
export async function answerCall(caller: Caller, body: Body): Promise<Answer> {
  const { world, shop } = caller;
  const started = performance.now();
  const checked = checkedDocument(caller.published.schema, body.query, body.operationName);
  const roots = checked.errors ? [] : rootsOf(checked.operation);
  const operation = checked.errors ? body.operationName : (checked.operation.name?.value ?? null);
  const call: Call = { shop, operation, roots, query: body.query, variables: body.variables };
  const answer = await world.around(call, () => ({ status: 200, body: checked.errors ? { errors: checked.errors } : wireAnswer(caller, checked, body.variables) }));
  const cost = (answer.body as Wire | undefined)?.extensions?.cost;
  record(world, {
    at: timeOf(shop.clock), shop: shop.domain, operation, roots, status: answer.status,
    requestedCost: cost?.requestedQueryCost ?? null, actualCost: cost?.actualQueryCost ?? null,
    ms: Math.round((performance.now() - started) * 100) / 100, request: { query: body.query, variables: body.variables }, answer: answer.body ?? null,
  });
  return answer;
}

/** Variables first, then the price, then the run; an operation that is not run costs nothing. */
function wireAnswer(caller: Caller, checked: Runnable, given: Record<string, unknown>): Wire {
  const { shop, published } = caller;
  const variables = checkedVariables(published.schema, checked.operation, given);
  if (variables.errors.length > 0) return { errors: variables.errors };
  const requested = requestedCost(published.schema, checked.document, checked.operation, variables.values);
  if (requested > LARGEST_QUERY) return { errors: [tooDearError(requested)] };
  if (available(shop, Date.now()) < requested) return { errors: [throttledError], extensions: { cost: costReport(shop, requested, null) } };
  const done = executed(published.schema, checked.document, checked.operation, variables.values, contextOf(caller));
  const actual = Math.min(requested, actualCost(published.schema, checked.document, checked.operation, variables.values, done.data));
  charge(shop, actual);
  return { data: done.data, ...(done.errors.length > 0 ? { errors: done.errors } : {}), extensions: { cost: costReport(shop, requested, actual) } };
}

/** What resolvers see of a call. */
export function contextOf({ world, shop, token, version, origin, published }: Caller): Ctx {
  return {
    world, shop, token, apiVersion: version, access: published.access, origin,
    now: () => timeOf(shop.clock),
    emit: (topic, id, detail = {}) => world.onHappening({ shop, topic, id, at: timeOf(shop.clock), detail }),
  };
}
