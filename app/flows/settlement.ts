/** What a settlement does with each line, and its money: ours row by row, fees as Shopify can hold them. */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { RemedyAnswer } from "../../policy/decision.ts";
import type { Claim } from "../../policy/claim.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { PolicyInForce } from "../../policy/readings.ts";
import type { RmaLine } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import type { SettledLine, Settlement, StatementRow } from "./actionInput.ts";
import { answerAgainstPolicy } from "./againstPolicy.ts";
import { feesAtShopify, type ReturnFees } from "./feesAtShopify.ts";
import type { ExchangeFor } from "./returnInputs.ts";
import { claimIn, reconsider } from "./storedLine.ts";

/** What staff choose for a line; left out: all that arrived, with the remedy decided. `variantId` is what goes out in its place. */
export type LineChoice = Readonly<{ rmaLineId: string; remedy?: Remedy; quantity?: number; variantId?: string; override?: string; disposition?: SettledLine["disposition"] }>;
export type Chosen = Readonly<{ line: RmaLine; choice: LineChoice; quantity: number; claim: Claim; answer: RemedyAnswer }>;

const paysOut: ReadonlySet<Remedy> = new Set(["refund", "store_credit", "cancel"]);
const swaps: ReadonlySet<Remedy> = new Set(["exchange", "replacement", "repair_or_replacement", "substitution", "paid_repair_or_replacement"]);
const needsAnswer: ReadonlySet<Remedy> = new Set(["paid_repair", "paid_repair_or_replacement"]);

export const isPaidOut = ({ answer }: Chosen): boolean => paysOut.has(answer.remedy);
export const isSwapped = ({ answer, choice }: Chosen): boolean => swaps.has(answer.remedy) && choice.variantId !== undefined;

const refused = (line: RmaLine, message: string, code = "INVALID"): { refused: readonly Refusal[] } => ({ refused: [{ field: `lines.${line.id}`, code, message: `${line.title}: ${message}` }] });

/** The claim of the units settled now; units settled before count as gone. A label that was advanced is charged once, on the first line. */
function claimNow(line: RmaLine, quantity: number, labelCost: string | undefined): Claim {
  const claim = claimIn(line), before = (claim.money.alreadyRefundedQuantity ?? 0) + line.settled;
  return { ...claim, money: { ...claim.money, returnedQuantity: quantity, ...(before ? { alreadyRefundedQuantity: before } : {}), ...(labelCost ? { merchantLabelCost: labelCost } : {}) } };
}

/** Lines decided for settlement, or why one cannot be settled so. */
export function chooseLines(policy: PolicyInForce, lines: readonly RmaLine[], choices: readonly LineChoice[], labelCost: string | undefined): Readonly<{ chosen: readonly Chosen[] }> | Readonly<{ refused: readonly Refusal[] }> {
  const wanted = lines.flatMap((line) => {
    const choice = choices.length ? choices.find((one) => one.rmaLineId === line.id) : { rmaLineId: line.id };
    const arrived = line.fulfillmentLineId === null ? line.quantity - line.settled : line.received - line.settled;
    return choice && (choices.length > 0 || arrived > 0) ? [{ line, choice, quantity: choice.quantity ?? arrived, arrived }] : [];
  });
  const first = wanted[0];
  if (!first) return { refused: [{ field: "lines", code: "BLANK", message: "Nothing has arrived that could be settled." }] };
  for (const { line, quantity, arrived } of wanted) if (quantity < 1 || quantity > arrived) return refused(line, `${arrived} arrived and not settled, ${quantity} asked.`);
  const asked = wanted.map(({ line, choice, quantity }, i) => ({ line, choice, quantity, claim: claimNow(line, quantity, i === 0 ? labelCost : undefined), remedy: choice.remedy ?? ((line.remedy as Remedy | null) ?? undefined) }));
  const again = reconsider(policy, asked);
  const chosen: Chosen[] = [];
  for (const [i, one] of asked.entries()) {
    const { line, choice, claim, quantity, remedy } = one, decided = again[i];
    const granted = choice.override && remedy && decided ? answerAgainstPolicy(claim, decided.decision, remedy) : null;
    const answer = granted ?? decided?.answer ?? null;
    if (!answer) return refused(line, "the policy gives no such remedy; choose another or give a reason.", "DECLINED");
    if (answer.status !== "open") return refused(line, `${answer.remedy.replaceAll("_", " ")} is not open (${answer.status.replaceAll("_", " ")}); supply what is missing or give a reason.`, "DECLINED");
    if (needsAnswer.has(answer.remedy) && (line.quote as { accepted?: boolean } | null)?.accepted !== true) return refused(line, "the customer has not accepted a quote.", "QUOTE_NOT_ACCEPTED");
    if ((answer.remedy === "exchange" || answer.remedy === "replacement" || answer.remedy === "substitution") && !choice.variantId) return refused(line, "choose what goes out in its place.", "BLANK");
    chosen.push({ line, choice, claim, quantity, answer });
  }
  return { chosen };
}

/** What goes out: free, or for the difference where the policy makes the customer pay one. */
export function exchangesOf(chosen: readonly Chosen[]): ExchangeFor[] {
  return chosen.filter(isSwapped).map(({ choice, quantity, answer, claim }) => {
    const digits = minorDigits(claim.money.currency), difference = answer.priceDifference, price = claim.request.exchangeFor?.unitPrice;
    const discount = difference?.paidBy === "customer" && price !== undefined
      ? { amount: formatMinor(parseMinor(price, digits) - Math.round(parseMinor(difference.amount, digits) / quantity), digits) } : { percentage: 100 };
    return { variantId: choice.variantId ?? "", quantity, discount };
  });
}

export type Reckoned = Readonly<{ fees: ReturnFees; rows: readonly StatementRow[]; paidBack: string; shipping: string | null; shippingWithTax: string | null; lines: readonly SettledLine[]; currency: string }>;

/** The tax in a line's share of the first delivery: as much of it as of what was charged for the line's units. */
function taxOfShipping({ claim: { money }, answer }: Chosen, digits: number): number {
  const [back, charged, tax] = [answer.base?.shipping ?? "0", money.shipping, money.shippingTax ?? "0"].map((text) => parseMinor(text, digits)) as [number, number, number];
  return charged > 0 ? Math.round((back * tax) / charged) : 0;
}

/** Our side of the money: goods with tax, the first delivery, fees, and what is left. */
export function reckon(chosen: readonly Chosen[]): Reckoned {
  const currency = chosen[0]?.claim.money.currency ?? "USD", digits = minorDigits(currency), text = (n: number): string => formatMinor(n, digits);
  const minor = (amount: string | undefined): number => parseMinor(amount ?? "0", digits);
  const paid = chosen.filter(isPaidOut), fees = feesAtShopify(chosen.map((one) => ({ ...one, staysSold: !isPaidOut(one) && !isSwapped(one) })));
  const goods = paid.reduce((n, { answer }) => n + minor(answer.base?.price) + minor(answer.base?.tax), 0), shipping = paid.reduce((n, { answer }) => n + minor(answer.base?.shipping), 0);
  const refund = paid.reduce((n, { answer }) => n + minor(answer.refund?.amount), 0);
  const owed = chosen.filter((one) => !isPaidOut(one)).flatMap(({ answer }) => answer.charges).filter((fee) => !fees.notTaken.includes(fee)).reduce((n, fee) => n + minor(fee.amount), 0);
  const difference = chosen.filter(isSwapped).reduce((n, { answer }) => n + (answer.priceDifference?.paidBy === "customer" ? minor(answer.priceDifference.amount) : 0), 0);
  const charged = paid.flatMap(({ answer }) => answer.charges).filter((fee) => !fees.notTaken.includes(fee)).reduce((n, fee) => n + minor(fee.amount), 0);
  const paidBack = refund - owed - difference - charged;
  return {
    fees, currency, shipping: shipping > 0 ? text(shipping - paid.reduce((n, one) => n + taxOfShipping(one, digits), 0)) : null, shippingWithTax: shipping > 0 ? text(shipping) : null, paidBack: text(paidBack),
    rows: [{ what: "goods", ours: text(goods) }, { what: "shipping", ours: text(shipping) }, { what: "fees", ours: text(paidBack - goods - shipping) }],
    lines: chosen.map((one) => ({
      rmaLineId: one.line.id, fulfillmentLineId: one.line.fulfillmentLineId ?? "", quantity: one.quantity, remedy: one.answer.remedy, paidBack: isPaidOut(one) ? (one.answer.refund?.amount ?? "0") : "0",
      comesBack: isPaidOut(one), disposition: one.choice.disposition,
    })),
  };
}

/** A settlement as it is stored with its action. */
export const settlementOf = (reckoned: Reckoned, chosen: readonly Chosen[], about: Pick<Settlement, "round" | "by" | "accepted">): Settlement => {
  const credit = chosen.find(({ answer }) => answer.remedy === "store_credit");
  const { currency, lines, rows, paidBack, shipping, shippingWithTax } = reckoned;
  return { ...about, currency, lines, rows, paidBack, shipping, shippingWithTax, credit: credit ? { expiresOn: credit.answer.creditExpires ?? null } : null };
};
