import { createHash, timingSafeEqual } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Figures for Prometheus, with METRICS_TOKEN as a bearer token; without one set they are nowhere. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs): Promise<Response> {
  const token = app.env.METRICS_TOKEN;
  if (!token) return new Response(null, { status: 404 });
  const given = request.headers.get("authorization") ?? "";
  if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`))) return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  const { type, text } = await app.metrics.page();
  return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
}
