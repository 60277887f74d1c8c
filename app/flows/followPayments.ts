/** Orders on which nothing is open any more: what was charged on them for cases is paid. */
import { minorDigits, parseMinor } from "../../policy/money.ts";
import type { App } from "../app.server.ts";
import type { OrderRead } from "../shopify/order.ts";
import { casesWithCharges, lockRma } from "../store/rmas.ts";
import { moveCharges } from "./charges.ts";

const owesNothing = ({ totalOutstandingSet: { presentmentMoney } }: OrderRead): boolean => parseMinor(presentmentMoney.amount, minorDigits(presentmentMoney.currencyCode)) <= 0;

/** One look into the database for all orders; nothing is asked of Shopify. */
export async function followPayments(app: App, shop: string, orders: readonly OrderRead[]): Promise<void> {
  const settled = orders.filter(owesNothing).map(({ id }) => id);
  for (const { id } of settled.length ? await casesWithCharges(app.db.prisma, shop, settled) : []) {
    await app.db.prisma.$transaction(async (tx) => moveCharges(app, tx, await lockRma(tx, shop, id), ({ state }) => state === "open", "paid", "Shopify", (text) => `Paid: ${text}.`));
  }
}
