/** Webhooks before the screens' framework: read, checked, stored, answered. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { App } from "./app.server.ts";
import { answerWebhook } from "./answerWebhook.ts";
import { MOST_BYTES } from "./webhook.ts";

/** The body's bytes; null where there are more than a webhook has. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return Promise.resolve(null);
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes <= MOST_BYTES) parts.push(part);
      else done(null);
    });
    request.on("end", () => done(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.on("error", fail);
  });
}

/** Answers POST /webhooks/… on Node's own server. */
export async function takeWebhook(app: App, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request).catch(() => undefined);
  if (body === undefined) return void response.destroy();
  if (body === null) app.metrics.webhook(413);
  if (body === null) return void response.writeHead(413, { connection: "close", "content-length": "0" }).end(() => request.destroy());
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === "string" ? value : value?.[0];
  };
  const { status, headers } = await answerWebhook(app, header, body);
  app.metrics.webhook(status);
  response.writeHead(status, { ...headers, "content-length": "0" }).end();
}
