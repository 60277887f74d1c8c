import type { LoaderFunctionArgs } from "@remix-run/node";
import { escapeHtml } from "../../policy/page/html.ts";
import { policyPage } from "../flows/policyPage.ts";

const FRESH_SECONDS = 300, STALE_SECONDS = 86_400;

/** Braces would be read as Liquid, whatever a merchant wrote into a clause. */
const asLiquid = (html: string): string => html.replaceAll("{", "&#123;").replaceAll("}", "&#125;");

/**
 * GET /proxy/policy through a store's app proxy: the policy in the theme (Liquid), with `?form=part` the text alone for the
 * theme's block, with `?form=whole` a page of its own. 400 without Shopify's signature, 404 without a policy, 304 where it is known.
 */
export async function loader({ request, context: { app } }: LoaderFunctionArgs): Promise<Response> {
  await app.shopify.authenticate.public.appProxy(request);
  const { searchParams } = new URL(request.url), form = searchParams.get("form"), page = await policyPage(app, { shop: searchParams.get("shop") ?? "", form: form === "whole" ? "whole" : "part" });
  if (!page) return new Response("Not found", { status: 404, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
  const isTheme = form === null, etag = isTheme ? page.etag.replace(/"$/, 't"') : page.etag;
  const headers = { etag, "cache-control": `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`, "x-content-type-options": "nosniff", "content-type": isTheme ? "application/liquid; charset=utf-8" : "text/html; charset=utf-8" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(isTheme ? asLiquid(`<div class="page-width"><h1>${escapeHtml(page.title)}</h1>\n${page.html}</div>\n`) : page.html, { headers });
}
