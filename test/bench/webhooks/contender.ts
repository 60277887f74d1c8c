/** One contender on a server and a database of its own: contender.ts NAME FOLDER, or with DATABASE_URL. It says its port, and on "count" how many events it holds. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openApp } from "../../../app/app.server.ts";
import { readEnv } from "../../../app/env.server.ts";
import { keysOf } from "../../../app/shopify.server.ts";
import { takeWebhook } from "../../../app/webhooks.server.ts";
import { remixHandler } from "./inRemix.ts";

const [name = "", folder = ""] = process.argv.slice(2);
const env = readEnv({ DEVSTORE_URL: "http://127.0.0.1:9", NODE_ENV: "production", DATA_FOLDER: folder, DATABASE_URL: process.env["DATABASE_URL"] });
const app = await openApp(env);
// The others' table is as Prisma would make it from a model with that unique key.
if (name !== "ours") await app.db.sql.run('DROP INDEX "Event_waiting_idx"; ALTER TABLE "Event" ALTER COLUMN "payload" SET STORAGE EXTENDED');

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Shopify's library is told once per process which kind of requests it gets, by an import: so each contender imports its own. */
async function handler(): Promise<Handler> {
  if (name === "smallest") return (await import("./smallest.ts")).smallestHandler(app, keysOf(env).secret);
  return name === "remix" ? remixHandler(app) : (request, response) => takeWebhook(app, request, response);
}

const handle = await handler();
const server = createServer((request, response) => void handle(request, response));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", (message) => {
  if (message === "count") void app.db.prisma.event.count().then((count) => process.send?.({ count }));
});
process.on("disconnect", () => {
  server.closeAllConnections();
  server.close();
  void app.close().then(() => process.exit(0));
});
