/** A customer's orders as the list in their account shows them: from what is stored, nothing is asked of Shopify. */
import { dayIn as civilDay, formatDay } from "../../policy/dates.ts";
import type { ApiDay, ApiRmaState, CustomerOrders, CustomerOrderSummary } from "../api.ts";
import type { App } from "../app.server.ts";
import { coverageOfCustomer } from "../store/coverage.ts";
import { openRmasOfCustomer } from "../store/rmaList.ts";
import { shopOf } from "../store/shops.ts";
import type { AccountWords } from "../words/account.ts";
import { dayOrNull, fill } from "../words/inWords.ts";

const MOST_ORDERS = 50;

type Days = Readonly<{ returnUntil: ApiDay | null; warrantyUntil: ApiDay | null; registerUntil: ApiDay | null }>;

/** One line for the list: what is nearest. */
function textOf({ returnUntil, warrantyUntil, registerUntil }: Days, open: CustomerOrderSummary["open"], { orders }: AccountWords): string {
  const [first] = open;
  if (first) return fill(orders.case, { number: first.number, state: first.stateText });
  if (returnUntil) return fill(orders.returnUntil, { day: returnUntil.text });
  if (registerUntil) return fill(orders.registerUntil, { day: registerUntil.text });
  return warrantyUntil ? fill(orders.warrantyUntil, { day: warrantyUntil.text }) : orders.nothing;
}

/** The newest 50 orders that are covered; days that have passed are left out. */
export async function showCustomerOrders(app: App, { shop, customerId, words }: Readonly<{ shop: string; customerId: string; words: AccountWords }>): Promise<CustomerOrders> {
  const db = app.db.prisma, { zone } = await shopOf(db, shop), today = formatDay(civilDay(app.now().toISOString(), zone));
  const [rows, rmas] = [await coverageOfCustomer(db, shop, customerId), await openRmasOfCustomer(db, shop, customerId)];
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  const orders = [...byOrder].slice(0, MOST_ORDERS).map(([orderId, lines]): CustomerOrderSummary => {
    const latest = (of: (line: (typeof lines)[number]) => Date | null): ApiDay | null => {
      const day = lines.flatMap((line) => of(line)?.toISOString().slice(0, 10) ?? []).sort().at(-1);
      return day !== undefined && day >= today ? dayOrNull(words, day) : null;
    };
    const days: Days = { returnUntil: latest((line) => line.returnUntil), warrantyUntil: latest((line) => line.warrantyUntil), registerUntil: latest((line) => line.registerUntil) };
    const open = rmas.filter((rma) => rma.orderId === orderId).map(({ id, number, state }) => ({ rmaId: id, number, state: state as ApiRmaState, stateText: words.states[state as ApiRmaState] }));
    return { orderId, name: lines[0]?.orderName ?? "", ...days, open, text: textOf(days, open, words) };
  });
  return { orders };
}
