import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveEvent } from "../flows/receiveEvent.ts";

/** Every webhook: 401 for a wrong signature, 400 for missing headers, 200 once it is stored. */
export async function action({ request, context: { app } }: ActionFunctionArgs): Promise<Response> {
  const eventId = request.headers.get("x-shopify-event-id") ?? request.headers.get("x-shopify-webhook-id") ?? "";
  const topic = request.headers.get("x-shopify-topic") ?? "";
  const triggered = request.headers.get("x-shopify-triggered-at");
  const { shop, payload } = await app.shopify.authenticate.webhook(request);
  await receiveEvent(app, { shop, eventId, topic, payload: payload as Record<string, unknown>, triggeredAt: triggered ? new Date(triggered) : null });
  return new Response();
}
