/** Where the dev store's webhooks arrive. They wait here until the sweep hands them to the app, so that it decides when, how often and in which order. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A webhook as it came: headers and raw body, by which its signature is checked. */
export type Letter = Readonly<{ id: number; headers: Readonly<Record<string, string>>; body: string }>;
export type Mailbox = Readonly<{ origin: string; empty: () => void; close: () => Promise<void> }>;
type Letters = Readonly<{ waiting: readonly Letter[]; taken: readonly Letter[] }>;

/** Boxes and stores of this process by their addresses: whoever is here need not ask over HTTP, which is a tenth of a run. */
const boxes = new Map<string, Readonly<{ letters: () => Letters; take: (id: number) => void }>>(), stores = new Map<string, () => Promise<unknown>>();

/** Longer than any webhook takes on its way into the box. */
export const PATIENCE_MS = 5000;

/** GET /letters lists what waits and what was taken; POST /taken/ID says that the app has it; all else is a webhook. */
export async function openMailbox(): Promise<Mailbox> {
  let waiting: Letter[] = [], taken: Letter[] = [], next = 1;
  const take = (id: number): void => {
    taken.push(...waiting.filter((letter) => letter.id === id));
    waiting = waiting.filter((letter) => letter.id !== id);
  };
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const [, word, id] = (request.url ?? "").split("/");
      if (word === "letters") return void response.end(JSON.stringify({ waiting, taken }));
      if (word === "taken") take(Number(id));
      else {
        const headers = Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === "string" && /^(x-shopify|content-type)/.test(entry[0]));
        waiting.push({ id: next++, headers: Object.fromEntries(headers), body: Buffer.concat(parts).toString("utf8") });
      }
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  boxes.set(origin, { letters: () => ({ waiting: [...waiting], taken: [...taken] }), take });
  const close = (): Promise<void> => new Promise((done) => {
    boxes.delete(origin);
    server.close(() => done());
    server.closeAllConnections();
  });
  return { origin, empty: () => { waiting = []; taken = []; }, close };
}

/** A dev store of this process, and how it waits until all its webhooks are sent; the answer takes it off the list. */
export function storeHere(origin: string, sent: () => Promise<unknown>): () => void {
  stores.set(origin, sent);
  return () => void stores.delete(origin);
}

export const lettersAt = async (origin: string): Promise<Letters> => boxes.get(origin)?.letters() ?? ((await (await fetch(`${origin}/letters`)).json()) as Letters);
export async function takenAt(origin: string, { id }: Letter): Promise<void> {
  const box = boxes.get(origin);
  if (box) box.take(id);
  else await fetch(`${origin}/taken/${id}`, { method: "POST" });
}

/** Until the dev store at an address has sent its webhooks. */
export async function allSent(store: string): Promise<void> {
  await (stores.get(store)?.() ?? fetch(`${store}/__webhooks?quiet=${PATIENCE_MS}&topic=none`));
}
