import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

const ABORT_MS = 5_000;

/** Renders a document; whole for crawlers, as a stream for people. Shopify's frame headers are added to each. */
export default function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, { app }: AppLoadContext): Promise<Response> {
  app.shopify.addDocumentResponseHeaders(request, headers);
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} />, {
      [ready]: () => {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        status = 500;
        console.error(JSON.stringify({ level: "error", at: "render", message: error instanceof Error ? error.message : String(error) }));
      },
    });
    setTimeout(abort, ABORT_MS).unref();
  });
}
