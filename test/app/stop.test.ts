import { spawn, type ChildProcess } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer, type AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../app/db.server.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { freshDatabase } from "./database.ts";
import { install, stand } from "./stand.ts";

const SHOP = "one.myshopify.com", BODY = '{"id":7}';
const headers = {
  "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": SHOP, "x-shopify-hmac-sha256": createHmac("sha256", "recourse-local-secret").update(BODY).digest("base64"),
  "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": "1", "x-shopify-event-id": "1",
};

const freePort = (): Promise<number> => new Promise((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => done(port));
  });
});

it("told to stop, a process takes nothing new, ends by itself and leaves every job for the next one", async () => {
  const s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })));
  await install(s, SHOP);
  const port = await freePort(), { url, folder, drop } = await freshDatabase();
  const child: ChildProcess = spawn(process.execPath, ["start.ts"], { env: { ...process.env, PORT: String(port), DATA_FOLDER: folder, DEVSTORE_URL: s.store.origin, LOG_LEVEL: "info", METRICS_TOKEN: "a token of the tests", ...(url ? { DATABASE_URL: url } : {}) } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (said += part.toString()));
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const origin = `http://127.0.0.1:${port}`;
  await expect.poll(() => fetch(`${origin}/readyz`).then((answer) => answer.status, () => 0), { timeout: 200_000, interval: 300 }).toBe(200);
  expect((await fetch(`${origin}/webhooks/orders`, { method: "POST", body: BODY, headers })).status).toBe(200);
  const answer = await fetch(`${origin}/metrics`, { headers: { authorization: "Bearer a token of the tests" } });
  expect(await answer.text()).toMatch(/^recourse_events_received_total\{status="200"\} 1$/m);
  expect(said).toContain(answer.headers.get("x-request-id"));
  child.kill("SIGTERM");
  expect(await ended, said).toBe(0);
  const db = await openDatabase({ url, folder });
  const [event] = await db.prisma.event.findMany();
  const states = await db.sql.query<{ state: string }>("SELECT state::text FROM pgboss.job WHERE name IN ('inbox', 'event') AND state = 'active'");
  const open = await db.sql.query("SELECT 1 FROM pgboss.job WHERE name IN ('inbox', 'event') AND state IN ('created', 'retry')");
  expect(states).toEqual([]);
  // Handled before it ended, or waiting for the next process with its work.
  expect(event?.doneAt !== null || open.length > 0).toBe(true);
  await db.close();
  await drop();
  await s.close();
}, 400_000);
