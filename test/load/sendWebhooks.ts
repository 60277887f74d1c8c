/** Webhooks at a server over a number of connections, each sending its next when it has the answer to the last. */
import { keepAlive, type Connection } from "./keepAlive.ts";
import { signedBodies, type Signed } from "./webhookBodies.ts";

export type Plan = Readonly<{
  port: number; secret: string; shops: readonly string[]; connections: number;
  /** Milliseconds, or as many events. */
  ms: number; most?: number;
  /** Begins each event's id, so that no two runs share one. */
  name: string;
  /** Orders the events are about, so many or by their numbers. */
  orders?: number; numbers?: readonly number[];
  /** A steady pace: an event is due so often, and its latency counts from then. Without it each is sent as soon as a connection is free. */
  perSecond?: number;
}>;
export type Outcome = Readonly<{ stored: readonly string[]; answers: Readonly<Record<string, number>>; ms: number; latencies: readonly number[]; broken: number }>;

function requestOf({ topic, body, signature }: Signed, shop: string, eventId: string): Buffer {
  const head = `POST /webhooks/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Shopify-Captain-Hook\r\nContent-Type: application/json\r\nX-Shopify-Topic: ${topic}\r\nX-Shopify-Shop-Domain: ${shop}\r\nX-Shopify-Hmac-Sha256: ${signature}\r\n`
    + `X-Shopify-Api-Version: 2026-10\r\nX-Shopify-Webhook-Id: ${eventId}\r\nX-Shopify-Event-Id: ${eventId}\r\nX-Shopify-Triggered-At: 2026-11-28T12:00:00.000000000Z\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}

/** Sends until the time is over or the server is gone; a connection that breaks ends, and what it waited for counts as broken. `heard` is told of each event that is stored. */
export async function sendWebhooks({ port, secret, shops, connections, ms, most = Infinity, name, orders = 240, numbers, perSecond = Infinity }: Plan, heard: (eventId: string) => void = () => {}): Promise<Outcome> {
  const bodies = signedBodies({ secret, orders, ...(numbers ? { numbers } : {}) }), stored: string[] = [], latencies: number[] = [], answers: Record<string, number> = {};
  let next = 0, broken = 0;
  const begun = performance.now();
  const work = async (connection: Connection): Promise<void> => {
    while (performance.now() - begun < ms && next < most) {
      const n = next++, signed = bodies[n % bodies.length], eventId = `${name}-${n}`;
      if (!signed) return;
      const due = begun + (n * 1000) / perSecond, early = due - performance.now();
      if (early > 0) await new Promise((done) => setTimeout(done, early));
      const held = perSecond === Infinity ? 0 : performance.now() - due, sent = await connection.send(requestOf(signed, shops[n % shops.length] ?? "", eventId)).catch(() => undefined);
      if (!sent) return void (broken += 1);
      answers[sent.status] = (answers[sent.status] ?? 0) + 1;
      latencies.push(sent.ms + held);
      if (sent.status !== 200) continue;
      stored.push(eventId);
      heard(eventId);
    }
    connection.close();
  };
  const open = await Promise.all(Array.from({ length: connections }, () => keepAlive(port)));
  await Promise.all(open.map(work));
  return { stored, answers, ms: performance.now() - begun, latencies, broken };
}
