import { performance } from "node:perf_hooks";
import { Agent, request } from "node:http";
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Load on the dev store: `node test/bench/devstore.ts [--requests 50000] [--orders 10000]`. The store runs in a process
 * of its own; printed are orders made per second, reads of an order per second, and the store's memory on the way.
 */
const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const REQUESTS = numberAfter("--requests", 50_000);
const ORDERS = numberAfter("--orders", 10_000);
const PORT = numberAfter("--port", 4877);
const IN_FLIGHT = 16;
const BATCH = 20;

const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });

type Answer = { data?: Record<string, { order?: { id: string } } | null>; errors?: { message: string }[] };

function send(query: string, variables: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ query, variables });
    const call = request({ agent, port: PORT, path: "/admin/api/2026-10/graphql.json", method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": "bench" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(parts).toString("utf8")) as Answer));
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** Runs `times` jobs, a few at a time. */
async function many(times: number, job: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < times) {
      next += 1;
      await job(next - 1);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

/** The rate limit would make this a test of the clock: it answers THROTTLED, and the call is sent again. */
async function unthrottled(query: string, variables: object = {}): Promise<Answer> {
  for (;;) {
    const answer = await send(query, variables);
    if (answer.errors?.[0]?.message !== "Throttled") {
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const READ = `query Read($id: ID!) { order(id: $id) { id name email displayFinancialStatus displayFulfillmentStatus returnStatus totalPriceSet { presentmentMoney { amount currencyCode } }
  lineItems(first: 10) { nodes { id title quantity currentQuantity discountedUnitPriceSet { presentmentMoney { amount } } } } fulfillments(first: 5) { id status deliveredAt } returns(first: 5) { nodes { id status } } } }`;

const create = (n: number): string => {
  const line = `{ title: "Camera ${n}", quantity: 2, priceSet: { shopMoney: { amount: "24.50", currencyCode: CAD } } }`;
  const one = (i: number): string => `o${i}: orderCreate(order: { email: "buyer${n + i}@example.com", lineItems: [${line}, ${line}], transactions: [{ kind: SALE, status: SUCCESS, amountSet: { shopMoney: { amount: "98.00", currencyCode: CAD } } }] }) { order { id } userErrors { message } }`;
  return `mutation { ${Array.from({ length: BATCH }, (_, i) => one(i)).join("\n")} }`;
};

function report(what: string, count: number, since: number): void {
  const seconds = (performance.now() - since) / 1000;
  console.log(`${what}: ${count} in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`);
}

async function main(): Promise<void> {
  const store = fork(fileURLToPath(new URL("./devstoreProcess.ts", import.meta.url)), [String(PORT)], { execArgv: ["--expose-gc"] });
  const memory = (): Promise<number> => new Promise((resolve) => {
    store.once("message", (bytes) => resolve(Number(bytes) / 1e6));
    store.send("memory");
  });
  await new Promise((resolve) => store.once("message", resolve));
  const ids: string[] = [];
  let since = performance.now();
  await many(ORDERS / BATCH, async (n) => {
    const { data } = await unthrottled(create(n * BATCH));
    for (const made of Object.values(data ?? {})) if (made?.order) ids.push(made.order.id);
  });
  report("orders made", ids.length, since);
  console.log(`memory with ${ids.length} orders: ${Math.round(await memory())} MB`);
  for (const part of [1, 2, 3, 4, 5]) {
    since = performance.now();
    await many(REQUESTS / 5, async (n) => {
      await unthrottled(READ, { id: ids[(n * 7919) % ids.length] });
    });
    report(`reads of an order, part ${part}`, REQUESTS / 5, since);
    console.log(`memory: ${Math.round(await memory())} MB`);
  }
  for (const query of ["{ orders(first: 50, sortKey: CREATED_AT, reverse: true) { nodes { id name } } }", "{ orders(first: 50, query: \"email:buyer777@example.com\") { nodes { id } } }", "{ ordersCount(limit: null) { count } }"]) {
    since = performance.now();
    await many(50, async () => {
      await unthrottled(query);
    });
    report(query, 50, since);
  }
  store.kill();
  agent.destroy();
}

await main();
