import type { ActionFunctionArgs } from "@remix-run/node";
import { answerWebhook } from "../answerWebhook.ts";
import { MOST_BYTES } from "../webhook.ts";

/** Every webhook, where a host takes the fetch handler alone; Node's own server answers them before Remix (webhooks.server.ts). */
export async function action({ request, context: { app } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405 });
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return new Response(null, { status: 413 });
  const { status, headers } = await answerWebhook(app, (name) => request.headers.get(name), Buffer.from(await request.arrayBuffer()));
  return new Response(null, { status, headers });
}
