import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type ActionFunctionArgs as DataFunctionArgs, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { screenPolicy } from "./securityHeaders.server.ts";
import { Nonce } from "./ui/Nonce.ts";

const ABORT_MS = 5_000;

/** What a loader or an action threw, with the request it belongs to; a request that was given up is nobody's trouble. */
export function handleError(error: unknown, { request, context: { app } }: DataFunctionArgs): void {
  if (!request.signal.aborted) app.log.error("a request failed", { error });
}

/** Renders a document; whole for crawlers, as a stream for people. Shopify's frame headers and the policy for scripts are added to each. */
export default function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, { app }: AppLoadContext): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  app.shopify.addDocumentResponseHeaders(request, headers);
  headers.set("Content-Security-Policy", screenPolicy(headers.get("Content-Security-Policy"), nonce, app.env));
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<Nonce.Provider value={nonce}><RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={nonce} /></Nonce.Provider>, {
      nonce,
      [ready]: () => {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        status = 500;
        app.log.error("a screen could not be drawn", { error });
      },
    });
    setTimeout(abort, ABORT_MS).unref();
  });
}
