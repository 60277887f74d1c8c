/** What a customer does with a case of their own: takes the request back, answers a price, says that it is on its way, cancels the order. */
import type { AnswerQuoteBody, RequestAnswer } from "../api.ts";
import type { Actor, App } from "../app.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { rmaOfCustomer, type RmaWithLines } from "../store/rmas.ts";
import type { AccountWords } from "../words/account.ts";
import type { RmaResult } from "./approveRma.ts";
import { cancelRma } from "./cancelRma.ts";
import { ownOrder } from "./customerAsks.ts";
import { goodsSent } from "./goodsSent.ts";
import type { NotFound } from "./orderInHand.ts";
import { answerQuote, type RepairQuote } from "./repairQuote.ts";
import { answerOf, requestAsCustomer, type RequestAsCustomer } from "./requestAsCustomer.ts";

export type CustomersRma = Readonly<{ shop: string; customerId: string; rmaId: string; actor: Actor; words: AccountWords }>;
type Result = RequestAnswer | Readonly<{ refused: readonly Refusal[] }> | NotFound;

const changed = (message: string): { refused: readonly Refusal[] } => ({ refused: [{ field: "rma", code: "CHANGED", message }] });

async function own(app: App, { shop, customerId, rmaId, words }: CustomersRma, act: (rma: RmaWithLines) => Promise<RmaResult | NotFound>): Promise<Result> {
  const rma = await rmaOfCustomer(app.db.prisma, shop, customerId, rmaId);
  if (!rma) return { notFound: "return" };
  const result = await act(rma);
  return "rma" in result ? answerOf(app, result.rma, words) : result;
}

/** The case as it stands. */
export const showOwnRma = (app: App, about: CustomersRma): Promise<Result> => own(app, about, async (rma) => ({ rma }));

/** Takes a request back; once it is on its way only staff can. */
export const cancelOwnRma = (app: App, about: CustomersRma): Promise<Result> =>
  own(app, about, async (rma) => (rma.state === "requested" || rma.state === "approved" ? cancelRma(app, { shop: about.shop, rmaId: rma.id, actor: about.actor }) : changed(about.words.failures.conflict)));

/** Says that the goods are on their way. */
export const sayOwnSent = (app: App, about: CustomersRma & Readonly<{ tracking?: string | undefined }>): Promise<Result> =>
  own(app, about, () => goodsSent(app, { shop: about.shop, rmaId: about.rmaId, actor: about.actor, ...(about.tracking ? { tracking: about.tracking } : {}) }));

/** Yes or no to a repair's price, if it is still the one that was shown. */
export const answerOwnQuote = (app: App, about: CustomersRma & AnswerQuoteBody): Promise<Result> =>
  own(app, about, async (rma) => {
    const line = rma.lines.find(({ id }) => id === about.rmaLineId), quote = line?.quote as unknown as RepairQuote | null;
    if (!line) return { notFound: "line" };
    if (quote?.accepted !== null) return changed(about.words.attention.noQuote);
    if (quote.amount !== about.amount) return changed(about.words.attention.priceChanged);
    return answerQuote(app, { shop: about.shop, rmaId: rma.id, rmaLineId: line.id, actor: about.actor, accepted: about.accept });
  });

/** Asks for every line of an order to be cancelled; the policy of its day says whether that is open. */
export async function cancelOwnOrder(app: App, { note = "", ...ask }: Omit<RequestAsCustomer, "lines"> & Readonly<{ note?: string | undefined }>): ReturnType<typeof requestAsCustomer> {
  const inHand = await ownOrder(app, ask);
  if ("notFound" in inHand) return inHand;
  const lines = inHand.order.lineItems.nodes.filter((line) => line.refundableQuantity > 0).map((line) => ({ lineId: line.id, quantity: line.refundableQuantity, reason: "cancel", remedy: "cancel" as const, note }));
  return requestAsCustomer(app, { ...ask, lines });
}
