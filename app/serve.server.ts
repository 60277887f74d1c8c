/** The app over HTTP: the built screens by Remix, their files from build/client, on this machine or behind a proxy. */
import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/server-runtime";
import sirv from "sirv";
import type { App } from "./app.server.ts";
import { observed, routePattern } from "./observed.server.ts";
import { securityHeaders } from "./securityHeaders.server.ts";
import { takeWebhook } from "./webhooks.server.ts";

/** The port is taken by another program. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`);
  }
}

/** A fetch handler over the built screens; any serverless host can serve it. */
export async function fetchHandler(app: App, folder = "build"): Promise<(request: Request) => Promise<Response>> {
  const build = (await import(pathToFileURL(resolve(folder, "server/index.js")).href)) as ServerBuild;
  const handle = createRequestHandler(build, app.env.NODE_ENV), always = Object.entries(securityHeaders(app.env));
  const words = new Set(Object.values(build.routes).flatMap((route) => route?.path?.split("/") ?? []).filter((segment) => !/^[:*]/.test(segment)));
  return observed(app, routePattern(words), async (request, requestId) => {
    const response = await handle(request, { app, requestId });
    for (const [name, value] of always) response.headers.set(name, value);
    return response;
  });
}

/** Serves the app. Rejects with PortTaken; close() waits for requests under way. */
export async function serveApp(app: App, { port, folder = "build" }: { port: number; folder?: string }): Promise<{ origin: string; close: () => Promise<void> }> {
  const files = sirv(resolve(folder, "client"), { etag: true, immutable: true, maxAge: 31_536_000, setHeaders: (response) => { for (const [name, value] of Object.entries(securityHeaders(app.env))) response.setHeader(name, value); } });
  const listener = createRequestListener(framedLocally(app, await fetchHandler(app, folder)), { host: new URL(app.env.SHOPIFY_APP_URL).host, protocol: new URL(app.env.SHOPIFY_APP_URL).protocol });
  const server = createServer((request, response) => {
    if (request.method === "POST" && request.url?.startsWith("/webhooks/")) void takeWebhook(app, request, response);
    else if (request.url?.startsWith("/assets/")) files(request, response, () => void listener(request, response));
    else void listener(request, response);
  });
  await listen(server, port);
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return { origin: `http://127.0.0.1:${bound}`, close: () => new Promise((done) => { server.close(() => done()); server.closeIdleConnections(); }) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(error.code === "EADDRINUSE" ? new PortTaken(port) : error));
    server.listen(port, done);
  });
}

/** Shopify's hosts alone may frame the app; beside a dev store its origin may too, and nothing is preloaded from a CDN. */
function framedLocally(app: App, handle: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  const devstore = app.env.DEVSTORE_URL;
  if (!devstore) return handle;
  return async (request) => {
    const response = await handle(request);
    const policy = response.headers.get("content-security-policy");
    if (policy) response.headers.set("content-security-policy", policy.replace("frame-ancestors", `frame-ancestors ${new URL(devstore).origin}`));
    response.headers.delete("link");
    return response;
  };
}
