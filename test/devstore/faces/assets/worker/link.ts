import type { FromWorker } from "../extensions/protocol.ts";

/** The worker's own messages. The extension's code has no reason to use them and no way to hide them from it is needed. */
const port = self as unknown as { postMessage: (message: FromWorker) => void };
const send = port.postMessage.bind(self);

export const say = (message: FromWorker): void => send(message);

const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
let calls = 0;

/** Asks the page. Rejects with the page's words. */
export function ask<T>(name: string, ...args: unknown[]): Promise<T> {
  const call = ++calls;
  say({ kind: "ask", call, name, args });
  return new Promise<T>((done, fail) => waiting.set(call, { done: done as (value: unknown) => void, fail }));
}

export function answered(call: number, value: unknown, failed: string | undefined): void {
  const asked = waiting.get(call);
  waiting.delete(call);
  if (failed === undefined) asked?.done(value);
  else asked?.fail(new Error(failed));
}
