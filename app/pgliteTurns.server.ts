/**
 * PGlite answers within the turn of the event loop in which it is asked: work that asks again and again, of the queue's or of our own,
 * leaves no room for requests and timers. After some milliseconds they have theirs first.
 */
import type { PGlite, Transaction } from "@electric-sql/pglite";

const LONGEST_TURN_MS = 10;

function turns(): () => Promise<void> {
  let begun = 0;
  return async () => {
    if (performance.now() - begun < LONGEST_TURN_MS) return;
    await new Promise<void>((done) => void setImmediate(done));
    begun = performance.now();
  };
}

/** A method by its name, bound to whose it is; other properties as they are. */
export function boundOf(pglite: PGlite, name: string | symbol): unknown {
  const value: unknown = Reflect.get(pglite, name, pglite);
  return typeof value === "function" ? value.bind(pglite) : value;
}

/** The same database, whose users let go of the event loop between their questions. */
export function inTurns(pglite: PGlite): PGlite {
  const turn = turns();
  const asked = {
    query: async (...given: Parameters<PGlite["query"]>) => {
      await turn();
      return pglite.query(...given);
    },
    exec: async (...given: Parameters<PGlite["exec"]>) => {
      await turn();
      return pglite.exec(...given);
    },
    transaction: async <T>(work: (tx: Transaction) => Promise<T>) => {
      await turn();
      return pglite.transaction(work);
    },
  };
  return new Proxy(pglite, { get: (target, name) => (Object.hasOwn(asked, name) ? Reflect.get(asked, name) : boundOf(target, name)) as unknown });
}
