/**
 * Prisma over PGlite, with a COMMIT that fails told to who asked for it. The adapter alone (pglite-prisma-adapter 0.7.2) keeps
 * that to itself: a webhook would be acknowledged, or money counted as paid, that was never stored.
 */
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { boundOf } from "./pgliteTurns.server.ts";

/** Hears of the end of each transaction that PGlite begins, by the transaction's own object. */
function withEnds(pglite: PGlite, ends: WeakMap<object, Promise<unknown>>): PGlite {
  const transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const end: Promise<T> = pglite.transaction((tx) => {
      ends.set(tx, end);
      return work(tx);
    });
    return end;
  };
  return new Proxy(pglite, { get: (target, name) => (name === "transaction" ? transaction : boundOf(target, name)) });
}

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
