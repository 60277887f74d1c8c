/** How reading the shop's orders stands, and which orders cannot be decided and why, each with what to do. */
import type { App } from "../app.server.ts";
import { orderRunOf, uncoveredOrders } from "../store/orderRuns.ts";
import { shopOf } from "../store/shops.ts";

export type Todo = "noPolicy" | "large" | "facts";
export type Reading = Readonly<{
  zone: string;
  run: Readonly<{ kind: string; state: string; stage: string; found: number; done: number; message: string | null; startedAt: string; finishedAt: string | null }> | null;
  uncovered: readonly Readonly<{ orderId: string; orderName: string; placedOn: string; why: string; since: string; todo: Todo }>[];
}>;

const todoOf = (why: string): Todo => (why.startsWith("no policy") ? "noPolicy" : why.includes("more than 100 lines") ? "large" : "facts");

export async function showReading(app: App, { shop }: Readonly<{ shop: string }>): Promise<Reading> {
  const db = app.db.prisma, [run, rows, { zone }] = [await orderRunOf(db, shop), await uncoveredOrders(db, shop), await shopOf(db, shop)];
  return {
    zone,
    run: run && { kind: run.kind, state: run.state, stage: run.stage, found: run.found, done: run.done, message: run.message, startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null },
    uncovered: rows.map(({ orderId, orderName, placedOn, why, since }) => ({ orderId, orderName, placedOn: placedOn.toISOString().slice(0, 10), why, since: since.toISOString(), todo: todoOf(why) })),
  };
}
