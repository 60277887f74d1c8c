/** Where the dev store's webhooks arrive. They wait here until the sweep hands them to the app, so that it decides when, how often and in which order. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A webhook as it came: headers and raw body, by which its signature is checked. */
export type Letter = Readonly<{ id: number; headers: Readonly<Record<string, string>>; body: string }>;
export type Mailbox = Readonly<{ origin: string; empty: () => void; close: () => Promise<void> }>;

/** GET /letters lists what waits and what was taken; POST /taken/ID says that the app has it; all else is a webhook. */
export async function openMailbox(): Promise<Mailbox> {
  let waiting: Letter[] = [], taken: Letter[] = [], next = 1;
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const [, word, id] = (request.url ?? "").split("/");
      if (word === "letters") return void response.end(JSON.stringify({ waiting, taken }));
      if (word === "taken") {
        taken.push(...waiting.filter((letter) => letter.id === Number(id)));
        waiting = waiting.filter((letter) => letter.id !== Number(id));
      } else {
        const headers = Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === "string" && /^(x-shopify|content-type)/.test(entry[0]));
        waiting.push({ id: next++, headers: Object.fromEntries(headers), body: Buffer.concat(parts).toString("utf8") });
      }
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = (): Promise<void> => new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, empty: () => { waiting = []; taken = []; }, close };
}

export const lettersAt = async (origin: string): Promise<Readonly<{ waiting: readonly Letter[]; taken: readonly Letter[] }>> => (await fetch(`${origin}/letters`)).json() as Promise<{ waiting: Letter[]; taken: Letter[] }>;
export const takenAt = async (origin: string, { id }: Letter): Promise<void> => void (await fetch(`${origin}/taken/${id}`, { method: "POST" }));
