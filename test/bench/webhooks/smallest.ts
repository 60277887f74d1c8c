/** The smallest honest handler built on Shopify's own library: its check of the webhook and one Prisma insert under the unique key. */
import "@shopify/shopify-api/adapters/node";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import type { App } from "../../../app/app.server.ts";
import { insertEvent } from "./insertEvent.ts";

/** Answers as the library says, and 200 once the event is stored or was before. */
export function smallestHandler(app: App, secret: string): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const api = shopifyApi({ apiKey: app.apiKey, apiSecretKey: secret, apiVersion: ApiVersion.October26, hostName: "localhost", isEmbeddedApp: true, logger: { level: LogSeverity.Warning } });
  return async (rawRequest, rawResponse) => {
    const parts: Buffer[] = [];
    for await (const part of rawRequest) parts.push(part as Buffer);
    const rawBody = Buffer.concat(parts).toString("utf8");
    const check = await api.webhooks.validate({ rawBody, rawRequest, rawResponse });
    if (!check.valid) return void rawResponse.writeHead(check.reason === "invalid_hmac" ? 401 : 400, { "content-length": "0" }).end();
    await insertEvent(app.db, { shop: check.domain, topic: String(rawRequest.headers["x-shopify-topic"]), eventId: String(rawRequest.headers["x-shopify-event-id"]), payload: JSON.parse(rawBody) });
    rawResponse.writeHead(200, { "content-length": "0" }).end();
  };
}
