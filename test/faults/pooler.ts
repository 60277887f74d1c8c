/**
 * PostgreSQL behind connections that can be broken all at once, as a restart of the server breaks them: whoever is connected hears
 * what a server that ends says, and the open transactions are rolled back. The server's own processes stay and serve whoever connects
 * next; to start one for each connection takes longer than what is looked at.
 */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type Pooler = Readonly<{ /** The database's address through this. */ url: string; /** Breaks every connection; resolves when all that they had open is rolled back. */ breakAll: () => Promise<void>; close: () => Promise<void> }>;

/** A process of the server: what it said at its start, and who hears it, and its end, now. */
type Backend = { readonly socket: Socket; greeting: Buffer; hear: (block: Buffer, letters: string) => void; gone: () => void };

const frame = (letter: string, text: string): Buffer => {
  const body = Buffer.from(text, "utf8"), head = Buffer.alloc(letter.length + 4);
  head.write(letter);
  head.writeUInt32BE(body.length + 4, letter.length);
  return Buffer.concat([head, body]);
};
const query = (text: string): Buffer => frame("Q", `${text}\0`);
const DONE = "connection is free";
/** Ends what is half sent or open, and forgets all that a session had set; the last answer says that it is done. */
const RESET = Buffer.concat([frame("S", ""), query("ROLLBACK"), query("DISCARD ALL"), query(`SELECT '${DONE}'`)]);
const SHUTDOWN = frame("E", "SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0");

/** Cuts a stream into whole messages (a letter, a length, a body) and hands on all that are whole, with their letters. */
function whole(hear: (block: Buffer, letters: string) => void): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = held.length ? Buffer.concat([held, chunk]) : Buffer.from(chunk);
    let end = 0, letters = "";
    while (held.length - end >= 5 && held.length - end > held.readUInt32BE(end + 1)) {
      letters += String.fromCharCode(held[end] ?? 0);
      end += 1 + held.readUInt32BE(end + 1);
    }
    if (end === 0) return;
    const block = held.subarray(0, end);
    held = held.subarray(end);
    hear(block, letters);
  };
}

/** What a client says first: its user and database, and the settings that it asks for, but for its name. */
function startOf(message: Buffer): Buffer {
  const words = message.subarray(8).toString("utf8").split("\0"), kept: string[] = [];
  for (let i = 0; i + 1 < words.length && words[i]; i += 2) if (words[i] !== "application_name") kept.push(words[i] ?? "", words[i + 1] ?? "");
  return frame("", `\0\x03\0\0${kept.join("\0")}\0\0`);
}

/** Stands before the server of one database's address. */
export async function openPooler(address: string): Promise<Pooler> {
  const target = new URL(address), idle: Backend[] = [], clients = new Map<Socket, () => Promise<void>>(), freeing = new Set<Promise<void>>(), all = new Set<Socket>();

  const begun = (start: Buffer): Promise<Backend> => new Promise((done, fail) => {
    const socket = connect(Number(target.port), target.hostname), said: Buffer[] = [];
    const backend: Backend = {
      socket, greeting: Buffer.alloc(0), gone: () => {},
      hear: (block, letters) => {
        said.push(block);
        if (letters.startsWith("E")) fail(new Error(block.toString("latin1")));
        if (!letters.endsWith("Z")) return;
        backend.greeting = Buffer.concat(said);
        done(backend);
      },
    };
    all.add(socket);
    socket.setNoDelay(true).on("error", fail).on("close", () => { all.delete(socket); backend.gone(); }).on("data", whole((block, letters) => backend.hear(block, letters))).write(start);
  });

  const freed = (backend: Backend): Promise<void> => {
    let isLast = false;
    const free = new Promise<void>((done) => {
      backend.gone = done;
      backend.hear = (block, letters) => {
        isLast ||= block.includes(DONE);
        if (!isLast || !letters.endsWith("Z")) return;
        if (!backend.socket.destroyed) idle.push(backend);
        done();
      };
      backend.socket.write(RESET);
    });
    freeing.add(free);
    return free.finally(() => freeing.delete(free));
  };

  async function serve(client: Socket, start: Buffer): Promise<void> {
    const backend = idle.pop() ?? (await begun(start));
    let isOver = false;
    const end = async (): Promise<void> => {
      if (isOver) return;
      isOver = true;
      clients.delete(client);
      await freed(backend);
    };
    backend.hear = (block) => void client.write(block);
    backend.gone = () => client.destroy();
    clients.set(client, end);
    const take = whole((block, letters) => {
      if (isOver) return;
      // Whoever says that it goes is gone; its process stays.
      const at = letters.indexOf("X");
      if (at < 0) backend.socket.write(block);
      else client.end();
    });
    client.on("data", take).on("close", () => void end());
    client.write(backend.greeting);
  }

  const server = createServer((client) => {
    client.setNoDelay(true).on("error", () => {});
    client.once("data", (message) => {
      serve(client, startOf(message)).catch(() => client.destroy());
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = new URL(address);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    breakAll: async () => {
      for (const [client, end] of [...clients]) {
        client.end(SHUTDOWN);
        client.destroySoon();
        void end();
      }
      await Promise.all(freeing);
    },
    close: () => new Promise((done) => {
      server.close(() => done());
      for (const socket of [...clients.keys(), ...all]) socket.destroy();
    }),
  };
}
