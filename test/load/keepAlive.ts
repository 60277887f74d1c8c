/** One HTTP connection that is used again and again, with as little of its own work as possible: it shares the machine with what it measures. */
import { connect, type Socket } from "node:net";

export type Sent = Readonly<{ status: number; ms: number }>;
export type Connection = Readonly<{ send: (request: Buffer) => Promise<Sent>; close: () => void }>;

/** Where an answer ends: after its length, or after the last chunk. Undefined while it is not all there. */
function statusOf(text: string): number | undefined {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  const isWhole = length === undefined ? !/\r\ntransfer-encoding: chunked/i.test(text.slice(0, head)) || text.endsWith("0\r\n\r\n") : text.length >= head + 4 + Number(length);
  return isWhole ? Number(text.slice(9, 12)) : undefined;
}

/** Opens a connection. `send` rejects when it breaks; one request at a time. */
export function keepAlive(port: number): Promise<Connection> {
  return new Promise((opened, refused) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let text = "", asked: { since: number; done: (sent: Sent) => void; fail: (error: Error) => void } | undefined;
    const broken = (error: Error): void => {
      refused(error);
      asked?.fail(error);
      asked = undefined;
    };
    socket.on("data", (part) => {
      text += part.toString("latin1");
      const status = statusOf(text);
      if (status === undefined || !asked) return;
      const { done, since } = asked;
      asked = undefined;
      text = "";
      done({ status, ms: performance.now() - since });
    });
    socket.on("error", broken);
    socket.on("close", () => broken(new Error("the connection was closed")));
    socket.once("connect", () => opened({
      send: (request) => new Promise((done, fail) => {
        if (socket.destroyed) return fail(new Error("the connection was closed"));
        asked = { since: performance.now(), done, fail };
        socket.write(request);
      }),
      close: () => void socket.destroy(),
    }));
  });
}
