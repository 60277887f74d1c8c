/** What a customer may have in exchange for a line: in stock, and what the policy says the exchange is. */
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import type { ExchangeChoice as ApiChoice, ExchangeChoices } from "../api.ts";
import type { App } from "../app.server.ts";
import { exchangePrices } from "../shopify/exchangePrices.ts";
import type { LineRead } from "../shopify/order.ts";
import type { AccountWords } from "../words/account.ts";
import { moneyIn } from "../words/inWords.ts";
import { ownOrder } from "./customerAsks.ts";
import { choicesFor, type ExchangeChoice } from "./exchangeChoices.ts";
import type { NotFound, OrderInHand } from "./orderInHand.ts";
import { quoteLine } from "./quoteClaim.ts";

type Wanted = Readonly<{ unitPrice?: string; wants?: "different_model"; title: string }>;

const swapOf = ({ remedies }: Decision): RemedyAnswer | undefined => remedies.find(({ remedy }) => remedy === "exchange") ?? remedies.find(({ remedy }) => remedy === "substitution");

/** The exchange of one unit, for something of a price where one is named. */
function swapFor(inHand: OrderInHand, line: LineRead, at: string, exchangeFor?: Readonly<{ unitPrice: string; tax?: string }>): RemedyAnswer | undefined {
  const quote = quoteLine(inHand, line, { request: { reason: "unwanted", ...(exchangeFor ? { exchangeFor } : {}) }, quantity: 1, originalBuyer: true }, at);
  return "decision" in quote ? swapOf(quote.decision) : undefined;
}

async function openChoices(app: App, inHand: OrderInHand, line: LineRead): Promise<readonly ExchangeChoice[]> {
  const answer = swapFor(inHand, line, app.now().toISOString());
  if (!answer) return [];
  const { choices } = await choicesFor(app, inHand.row, { lineId: line.id, rule: answer.replacement ?? null, paidPrice: line.originalUnitPriceSet.presentmentMoney.amount });
  return choices.filter(({ fits, inStock }) => fits && inStock);
}

type Difference = Pick<ApiChoice, "difference" | "differencePaidBy">;

/** Against this price everybody who pays a difference pays one. */
const DEAREST = "99999999";

/** What each choice costs more or less than was paid, tax and all, where the policy makes anybody pay it: the policy's own reckoning with Shopify's prices. */
async function differences(app: App, inHand: OrderInHand, line: LineRead, choices: readonly ExchangeChoice[], words: AccountWords): Promise<(variantId: string) => Difference> {
  const { order } = inHand, at = app.now().toISOString();
  if (choices.length === 0 || !swapFor(inHand, line, at, { unitPrice: DEAREST })?.priceDifference) return () => ({ difference: null, differencePaidBy: "nobody" });
  const prices = await exchangePrices(app.adminFor(inHand.row.domain), order.id, choices.map(({ variantId }) => ({ lineId: line.id, variantId, quantity: 1 })));
  return (wanted) => {
    const found = "priced" in prices ? prices.priced.find(({ variantId }) => variantId === wanted) : undefined, paid = found && swapFor(inHand, line, at, { unitPrice: found.price, ...(found.taxesIncluded ? {} : { tax: found.tax }) })?.priceDifference;
    if (!found) return { difference: null, differencePaidBy: "unknown" };
    return paid ? { difference: moneyIn(words, paid.amount, paid.currency), differencePaidBy: paid.paidBy } : { difference: null, differencePaidBy: "nobody" };
  };
}

/** Prices are in the shop's currency, differences in the order's. */
export async function showExchange(app: App, { shop, orderId, customerId, lineId, words }: Readonly<{ shop: string; orderId: string; customerId: string; lineId: string; words: AccountWords }>): Promise<ExchangeChoices | NotFound> {
  const inHand = await ownOrder(app, { shop, orderId, customerId });
  if ("notFound" in inHand) return inHand;
  const line = inHand.order.lineItems.nodes.find(({ id }) => id === lineId);
  if (!line) return { notFound: "line" };
  const choices = await openChoices(app, inHand, line);
  const differenceOf = await differences(app, inHand, line, choices, words);
  return { choices: choices.map(({ variantId, title, available, price, isSame }) => ({ variantId, title, available, price: moneyIn(words, price, inHand.row.currency), ...differenceOf(variantId), same: isSame })) };
}

/** The variant wanted as the claim takes it; null where it is not one of the choices. The price counts where order and shop have one currency. */
export async function wantedVariant(app: App, inHand: OrderInHand, lineId: string, variantId: string): Promise<Wanted | null> {
  const line = inHand.order.lineItems.nodes.find(({ id }) => id === lineId), choice = line && (await openChoices(app, inHand, line)).find((one) => one.variantId === variantId);
  if (!choice) return null;
  const isOneCurrency = inHand.order.presentmentCurrencyCode === inHand.row.currency;
  return { title: choice.sku ? `${choice.title} (${choice.sku})` : choice.title, ...(choice.isSame || !isOneCurrency ? {} : { unitPrice: choice.price }), ...(choice.isSame ? {} : { wants: "different_model" as const }) };
}
