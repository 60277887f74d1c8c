/** What a customer may have in exchange for a line: in stock, and what the policy says the exchange is. */
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import type { ExchangeChoices } from "../api.ts";
import type { App } from "../app.server.ts";
import type { LineRead } from "../shopify/order.ts";
import type { AccountWords } from "../words/account.ts";
import { moneyIn } from "../words/inWords.ts";
import { ownOrder } from "./customerAsks.ts";
import { choicesFor, type ExchangeChoice } from "./exchangeChoices.ts";
import type { NotFound, OrderInHand } from "./orderInHand.ts";
import { quoteLine } from "./quoteClaim.ts";

type Wanted = Readonly<{ unitPrice?: string; wants?: "different_model"; title: string }>;

const swapOf = ({ remedies }: Decision): RemedyAnswer | undefined => remedies.find(({ remedy }) => remedy === "exchange") ?? remedies.find(({ remedy }) => remedy === "substitution");

async function openChoices(app: App, inHand: OrderInHand, line: LineRead): Promise<readonly ExchangeChoice[]> {
  const quote = quoteLine(inHand, line, { request: { reason: "unwanted" }, quantity: 1, originalBuyer: true }, app.now().toISOString());
  const answer = "decision" in quote ? swapOf(quote.decision) : undefined;
  if (!answer) return [];
  const { choices } = await choicesFor(app, inHand.row, { lineId: line.id, rule: answer.replacement ?? null, paidPrice: line.originalUnitPriceSet.presentmentMoney.amount });
  return choices.filter(({ fits, inStock }) => fits && inStock);
}

/** Prices are in the shop's currency; what the policy makes of a difference is in the quote with `exchangeFor`. */
export async function showExchange(app: App, { shop, orderId, customerId, lineId, words }: Readonly<{ shop: string; orderId: string; customerId: string; lineId: string; words: AccountWords }>): Promise<ExchangeChoices | NotFound> {
  const inHand = await ownOrder(app, { shop, orderId, customerId });
  if ("notFound" in inHand) return inHand;
  const line = inHand.order.lineItems.nodes.find(({ id }) => id === lineId);
  if (!line) return { notFound: "line" };
  const choices = await openChoices(app, inHand, line);
  return { choices: choices.map(({ variantId, title, available, price, isSame }) => ({ variantId, title, image: null, available, price: moneyIn(words, price, inHand.row.currency), difference: null, differencePaidBy: null, same: isSame })) };
}

/** The variant wanted as the claim takes it; null where it is not one of the choices. The price counts where order and shop have one currency. */
export async function wantedVariant(app: App, inHand: OrderInHand, lineId: string, variantId: string): Promise<Wanted | null> {
  const line = inHand.order.lineItems.nodes.find(({ id }) => id === lineId), choice = line && (await openChoices(app, inHand, line)).find((one) => one.variantId === variantId);
  if (!choice) return null;
  const isOneCurrency = inHand.order.presentmentCurrencyCode === inHand.row.currency;
  return { title: choice.sku ? `${choice.title} (${choice.sku})` : choice.title, ...(choice.isSame || !isOneCurrency ? {} : { unitPrice: choice.price }), ...(choice.isSame ? {} : { wants: "different_model" as const }) };
}
