import type { LoaderFunctionArgs } from "@remix-run/node";

/** Whether this process can take work: the database answers, is migrated as far as this version knows, and the queue is open. */
export async function loader({ context: { app } }: LoaderFunctionArgs): Promise<Response> {
  const missing = await app.missing();
  return missing === null ? new Response("ok") : new Response(missing, { status: 503, headers: { "retry-after": "5" } });
}
