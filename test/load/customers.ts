/** Customers over HTTP, in a process of their own: each looks at their order, asks what they may have, sends the request, follows it and takes it back. */
import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";

export type Buyer = Readonly<{ customer: string; order: string; line: string }>;
/** `perSecond` requests in all, for `ms`. */
export type Visits = Readonly<{ port: number; shop: string; buyers: readonly Buyer[]; perSecond: number; ms: number }>;
/** `opened`: requests that were answered with a case. Latencies count from when a request was due, not from when it was sent. */
export type Visited = Readonly<{ answers: Readonly<Record<string, number>>; latencies: readonly number[]; opened: number; broken: number; wrong: readonly string[] }>;

/** Shopify's library answers robots by itself. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const KEY = new TextEncoder().encode("recourse-local-secret");
const tail = (gid: string): string => gid.split("/").at(-1) ?? "";

async function tokenOf(shop: string, { customer }: Buyer): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ dest: shop, aud: "recourse-local", sub: customer, jti: randomUUID(), iat: now - 5, nbf: now - 5, exp: now + 250 }).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(KEY);
}

/** One visit after the other, each of the next customer, until the time is over. */
async function visit({ port, shop, buyers, perSecond, ms }: Visits): Promise<Visited> {
  const begun = performance.now(), answers: Record<string, number> = {}, latencies: number[] = [], wrong: string[] = [];
  let asked = 0, opened = 0, broken = 0, visits = 0;
  const isOver = (): boolean => performance.now() - begun >= ms;
  const ask = async (token: string, path: string, body?: object): Promise<unknown> => {
    const due = begun + (asked++ * 1000) / perSecond, early = due - performance.now();
    if (early > 0) await new Promise((done) => setTimeout(done, early));
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { ...(body ? { method: "POST", body: JSON.stringify(body) } : {}), headers: { authorization: `Bearer ${token}`, "user-agent": BROWSER, origin: "https://extensions.shopifycdn.com", "content-type": "application/json" }, signal: AbortSignal.timeout(30_000) });
      const text = await answer.text();
      answers[answer.status] = (answers[answer.status] ?? 0) + 1;
      latencies.push(performance.now() - due);
      if (answer.ok) return JSON.parse(text);
      if (wrong.length < 5) wrong.push(`${answer.status} ${path} ${text.slice(0, 160)}`);
    } catch {
      broken += 1;
    }
    return undefined;
  };
  const once = async (buyer: Buyer): Promise<void> => {
    const token = await tokenOf(shop, buyer), order = `/api/customer/orders/${tail(buyer.order)}`, lines = [{ lineId: buyer.line, quantity: 1, reason: "unwanted" }];
    await ask(token, order);
    await ask(token, `${order}/quote`, { lines });
    const sent = (await ask(token, `${order}/request`, { key: randomUUID(), lines })) as { rma?: { rmaId: string } } | undefined, id = sent?.rma?.rmaId;
    if (id === undefined) return;
    opened += 1;
    await ask(token, `/api/customer/rmas/${id}`);
    await ask(token, `/api/customer/rmas/${id}/cancel`, {});
  };
  const one = async (): Promise<void> => {
    for (let buyer = buyers[visits++ % buyers.length]; buyer && !isOver(); buyer = buyers[visits++ % buyers.length]) await once(buyer);
  };
  // Enough side by side that a slow answer holds nobody else up, and no more than there are customers.
  await Promise.all(Array.from({ length: Math.min(buyers.length, 16) }, one));
  return { answers, latencies, opened, broken, wrong };
}

process.on("message", (visits: Visits) => void visit(visits).then((visited) => process.send?.(visited)));
process.on("disconnect", () => process.exit(0));
