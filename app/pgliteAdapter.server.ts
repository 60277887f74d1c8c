/**
 * Prisma over PGlite, with a COMMIT that fails told to who asked for it. The adapter alone (pglite-prisma-adapter 0.7.2) keeps
 * that to itself: a webhook would be acknowledged, or money counted as paid, that was never stored.
 */
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";

const LONGEST_TURN_MS = 10;

/**
 * PGlite answers within the turn of the event loop in which it is asked: work that asks again and again leaves no room for requests and
 * timers. After some milliseconds they have theirs first.
 */
function turns(): () => Promise<void> {
  let begun = 0;
  return async () => {
    if (performance.now() - begun < LONGEST_TURN_MS) return;
    await new Promise<void>((done) => void setImmediate(done));
    begun = performance.now();
  };
}

/** Hears of the end of each transaction that PGlite begins, by the transaction's own object. */
function withEnds(pglite: PGlite, ends: WeakMap<object, Promise<unknown>>): PGlite {
  const turn = turns();
  const query = async (...given: Parameters<PGlite["query"]>): Promise<unknown> => {
    await turn();
    return pglite.query(...given);
  };
  const transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const end = turn().then(() => pglite.transaction((tx) => {
      ends.set(tx, end);
      return work(tx);
    })) as Promise<T>;
    return end;
  };
  return new Proxy(pglite, { get: (target, name) => (name === "transaction" ? transaction : name === "query" ? query : bound(target, Reflect.get(target, name, target))) });
}

const bound = (owner: object, value: unknown): unknown => (typeof value === "function" ? value.bind(owner) : value);

/** The adapter's factory for Prisma's client. */
export function prismaOverPglite(pglite: PGlite): PrismaPGlite {
  const ends = new WeakMap<object, Promise<unknown>>(), factory = new PrismaPGlite(withEnds(pglite, ends)), connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect(), start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const tx = await start(level), commit = tx.commit.bind(tx), { client } = tx as unknown as { client: object };
      tx.commit = async () => {
        await commit();
        await ends.get(client);
      };
      return tx;
    };
    return adapter;
  };
  return factory;
}
