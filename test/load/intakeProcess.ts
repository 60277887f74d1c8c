/** The app's intake of webhooks in a process of its own, without workers; it says its port, and ends when its parent lets go. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { takeWebhook } from "../../app/webhooks.server.ts";

const app = await openApp(readEnv(process.env));
const server = createServer((request, response) => void takeWebhook(app, request, response));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => {
  server.closeAllConnections();
  server.close();
  void app.close().then(() => process.exit(0));
});
