/** A route that Shopify Flow calls: the signature over the body first, then the fields, then the act. Flow sends again what is answered by 429 or 5xx. */
import type { ActionFunctionArgs } from "@remix-run/node";
import type { App } from "../app.server.ts";
import type { FlowAnswer } from "../api.ts";
import type { FlowResult } from "../flows/flowActions.ts";
import type { NotFound } from "../flows/orderInHand.ts";
import { ShopifyAway } from "../shopify/admin.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { wordsIn } from "../words/account.ts";
import { issuesOf } from "../../policy/claim.ts";
import { Failure, failureAnswer } from "./failure.ts";
import { flowEnvelope, flowProperties, type FlowAction, type FlowProperties } from "./flowBodies.ts";
import { granted } from "./granted.ts";
import { notKeepable } from "./keepable.ts";

type Act<Name extends FlowAction> = (app: App, about: Readonly<{ shop: string; runId: string }>, properties: FlowProperties<Name>) => Promise<FlowResult | NotFound | Readonly<{ refused: readonly Refusal[] }>>;

const MOST_BYTES = 64 * 1024;

/** The payload, if Shopify signed it for a shop that has the app. Throws Failure. */
async function signed(app: App, request: Request): Promise<Readonly<{ shop: string; payload: unknown }>> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) throw new Failure("too_large");
  try {
    const { session, payload } = await app.shopify.authenticate.flow(request);
    return { shop: session.shop, payload };
  } catch (error) {
    if (error instanceof Response) throw new Failure("unauthenticated");
    throw error;
  }
}

async function answered<Name extends FlowAction>(app: App, request: Request, name: Name, act: Act<Name>): Promise<Response> {
  const { shop, payload } = await signed(app, request), fault = notKeepable(payload);
  if (fault) throw new Failure("invalid", { fields: [fault] });
  const envelope = flowEnvelope.safeParse(payload);
  if (!envelope.success) throw new Failure("invalid", { fields: issuesOf(envelope.error).map(({ path, message }) => ({ field: path, message })) });
  if ((await app.db.prisma.shop.count({ where: { domain: shop, uninstalledAt: null } })) === 0) throw new Failure("forbidden");
  const properties = flowProperties[name].safeParse(envelope.data.properties);
  if (!properties.success) throw new Failure("invalid", { fields: issuesOf(properties.error).map(({ path, message }) => ({ field: path, message })) });
  const result = granted(await act(app, { shop, runId: envelope.data.action_run_id }, properties.data as FlowProperties<Name>), wordsIn("en"));
  const body: FlowAnswer = { return_value: result };
  return Response.json(body);
}

/** The action of a route. Only POST; what is not signed is 401. */
export const flowRoute = <Name extends FlowAction>(name: Name, act: Act<Name>) => async ({ request, context: { app } }: ActionFunctionArgs): Promise<Response> => {
  try {
    if (request.method !== "POST") throw new Failure("wrong_method");
    return await answered(app, request, name, act);
  } catch (error) {
    const failure = error instanceof ShopifyAway ? new Failure("away", { retryAfter: 5 }) : error;
    if (failure instanceof Failure) return failureAnswer(failure, wordsIn("en").failures);
    throw error;
  }
};
