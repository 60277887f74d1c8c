/** Remix's own way: a route whose action calls authenticate.webhook and makes the same Prisma insert, served as the app serves its screens. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createRequestHandler, type ActionFunctionArgs, type ServerBuild } from "@remix-run/server-runtime";
import type { App } from "../../../app/app.server.ts";
import { insertEvent } from "./insertEvent.ts";

async function action({ request, context: { app } }: ActionFunctionArgs): Promise<Response> {
  const eventId = request.headers.get("x-shopify-event-id") ?? "", topic = request.headers.get("x-shopify-topic") ?? "";
  const { shop, payload } = await app.shopify.authenticate.webhook(request);
  await insertEvent(app.db, { shop, topic, eventId, payload });
  return new Response();
}

/** A build of that one route. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  routes: { "routes/webhooks.$": { id: "routes/webhooks.$", path: "webhooks/*", module: { action, default: undefined } } },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/", assetsBuildDirectory: "", isSpaMode: false, mode: "production",
  future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: true, v3_singleFetch: true },
};

/** The listener over it. */
export function remixHandler(app: App): (request: IncomingMessage, response: ServerResponse) => void {
  const handle = createRequestHandler(build, "production");
  return createRequestListener((request) => handle(request, { app }));
}
