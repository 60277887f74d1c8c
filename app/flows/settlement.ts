/** What a settlement does with each line, and its money: ours row by row, fees as Shopify can hold them. */
import { capital } from "../../policy/explain/inWords.ts";
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import { english } from "../../policy/words.en.ts";
import type { RemedyAnswer } from "../../policy/decision.ts";
import type { Claim } from "../../policy/claim.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { PolicyInForce } from "../../policy/readings.ts";
import type { RmaLine } from "../generated/prisma/client.ts";
import type { ExchangePriced } from "../shopify/exchangePrices.ts";
import type { Refusal } from "../shopify/refusals.ts";
import type { SettledLine, Settlement, StatementRow } from "./actionInput.ts";
import { answerAgainstPolicy } from "./againstPolicy.ts";
import { balanceOf, wantedIn, type Balance, type Difference } from "./exchangeBalance.ts";
import type { NewCharge } from "./charges.ts";
import type { Disposition } from "./dispositions.ts";
import { feesAtShopify, type ReturnFees } from "./feesAtShopify.ts";
import type { ExchangeFor } from "./returnInputs.ts";
import { claimIn, reconsider } from "./storedLine.ts";

/** What staff choose for a line; left out: all that arrived, with the remedy decided. `variantId` is what goes out in its place, `difference` whether it is paid for where the policy is silent. */
export type LineChoice = Readonly<{ rmaLineId: string; remedy?: Remedy; quantity?: number; variantId?: string; difference?: Difference; override?: string; /** Where its goods go; left out: as the shop does with what was found so. */ disposition?: Disposition }>;
export type Chosen = Readonly<{ line: RmaLine; choice: LineChoice; quantity: number; claim: Claim; answer: RemedyAnswer; balance: Balance }>;
/** Prices of what goes out, by line of the case. */
export type Prices = ReadonlyMap<string, ExchangePriced>;

const paysOut: ReadonlySet<Remedy> = new Set(["refund", "store_credit", "cancel"]);
const swaps: ReadonlySet<Remedy> = new Set(["exchange", "replacement", "repair_or_replacement", "substitution", "paid_repair_or_replacement"]);
const needsAnswer: ReadonlySet<Remedy> = new Set(["paid_repair", "paid_repair_or_replacement"]);

/** Lines and units that a settlement is about; left out: all that arrived. */
export function linesToSettle(lines: readonly RmaLine[], choices: readonly LineChoice[]): readonly Readonly<{ line: RmaLine; choice: LineChoice; quantity: number; arrived: number }>[] {
  return lines.flatMap((line) => {
    const choice = choices.length ? choices.find((one) => one.rmaLineId === line.id) : { rmaLineId: line.id };
    const arrived = line.fulfillmentLineId === null ? line.quantity - line.settled : line.received - line.settled;
    return choice && (choices.length > 0 || arrived > 0) ? [{ line, choice, quantity: choice.quantity ?? arrived, arrived }] : [];
  });
}

export const isPaidOut = ({ answer }: Chosen): boolean => paysOut.has(answer.remedy);
export const isSwapped = ({ answer, choice }: Chosen): boolean => swaps.has(answer.remedy) && choice.variantId !== undefined;

const refused = (line: RmaLine, message: string, code = "INVALID"): { refused: readonly Refusal[] } => ({ refused: [{ field: `lines.${line.id}`, code, message: `${line.title}: ${message}` }] });

/** The claim of the units settled now; units settled before count as gone. A label that was advanced is charged once, on the first line. */
function claimNow(line: RmaLine, quantity: number, labelCost: string | undefined): Claim {
  const claim = claimIn(line), before = (claim.money.alreadyRefundedQuantity ?? 0) + line.settled;
  return { ...claim, money: { ...claim.money, returnedQuantity: quantity, ...(before ? { alreadyRefundedQuantity: before } : {}), ...(labelCost ? { merchantLabelCost: labelCost } : {}) } };
}

function claimFor(line: RmaLine, quantity: number, labelCost: string | undefined, prices: Prices): Claim {
  const claim = claimNow(line, quantity, labelCost), priced = prices.get(line.id);
  return priced ? wantedIn(claim, priced) : claim;
}

const isAccepted = ({ quote }: RmaLine): boolean => (quote as { accepted?: boolean } | null)?.accepted === true;

/** Lines decided for settlement, or why one cannot be settled so. `unpaid`: lines whose repair is still to be paid. */
export function chooseLines(policy: PolicyInForce, lines: readonly RmaLine[], choices: readonly LineChoice[], labelCost: string | undefined, prices: Prices, unpaid: ReadonlySet<string>): Readonly<{ chosen: readonly Chosen[] }> | Readonly<{ refused: readonly Refusal[] }> {
  const wanted = linesToSettle(lines, choices);
  const first = wanted[0];
  if (!first) return { refused: [{ field: "lines", code: "BLANK", message: "Nothing has arrived that could be settled." }] };
  for (const { line, quantity, arrived } of wanted) if (quantity < 1 || quantity > arrived) return refused(line, `${arrived} arrived and not settled, ${quantity} asked.`);
  const asked = wanted.map(({ line, choice, quantity }, i) => ({ line, choice, quantity, claim: claimFor(line, quantity, i === 0 ? labelCost : undefined, prices), remedy: choice.remedy ?? ((line.remedy as Remedy | null) ?? undefined) }));
  const again = reconsider(policy, asked);
  const chosen: Chosen[] = [];
  for (const [i, one] of asked.entries()) {
    const { line, choice, claim, quantity, remedy } = one, decided = again[i];
    const granted = choice.override && remedy && decided ? answerAgainstPolicy(claim, decided.decision, remedy) : null;
    const answer = granted ?? decided?.answer ?? null;
    if (!answer) return refused(line, "the policy gives no such remedy; choose another or give a reason.", "DECLINED");
    if (answer.status !== "open") return refused(line, `${answer.remedy.replaceAll("_", " ")} is not open (${english.statuses[answer.status]}); supply what is missing or give a reason.`, "DECLINED");
    if (needsAnswer.has(answer.remedy) && !isAccepted(line)) return refused(line, "the customer has not accepted a quote.", "QUOTE_NOT_ACCEPTED");
    if (needsAnswer.has(answer.remedy) && unpaid.has(line.id)) return refused(line, "the repair is not paid yet.", "NOT_PAID");
    if ((answer.remedy === "exchange" || answer.remedy === "replacement" || answer.remedy === "substitution") && !choice.variantId) return refused(line, "choose what goes out in its place.", "BLANK");
    const priced = prices.get(line.id), balance = swaps.has(answer.remedy) ? balanceOf(claim, answer, priced, choice.difference) : null;
    if (priced && priced.quantity !== quantity) return refused(line, "it has changed in the meantime. Look again.", "CHANGED");
    chosen.push({ line, choice, claim, quantity, answer: balance ? { ...answer, base: baseOf(balance, claim) } : answer, balance });
  }
  return { chosen };
}

const baseOf = ({ price, tax }: NonNullable<Balance>, { money: { currency } }: Claim): NonNullable<RemedyAnswer["base"]> => {
  const digits = minorDigits(currency);
  return { price: formatMinor(price, digits), tax: formatMinor(tax, digits), shipping: formatMinor(0, digits) };
};

/** What goes out: at its price where a difference is settled, together with what comes back; else free. */
export const exchangesOf = (chosen: readonly Chosen[]): ExchangeFor[] =>
  chosen.filter(isSwapped).map(({ choice, quantity, balance }) => ({ variantId: choice.variantId ?? "", quantity, isFree: balance === null }));

/** What the customer owes beside the return, by line: sums of the order's currency go on the order, others are for a person. */
function owedBeside(chosen: readonly Chosen[], { notTaken }: ReturnFees, currency: string): NewCharge[] {
  return chosen.flatMap(({ line, answer }) => answer.charges.filter((fee) => notTaken.includes(fee)).map((fee): NewCharge => {
    const what = `${capital(fee.kind.replaceAll("_", " "))}: ${line.title}`;
    if (fee.amount === "quote") return { kind: fee.kind, what, amount: null, currency, rmaLineId: line.id };
    return { kind: fee.kind, what, amount: fee.amount, currency: fee.currency ?? currency, rmaLineId: line.id, ...((fee.currency ?? currency) === currency ? {} : { byHand: true }) };
  }));
}

export type Reckoned = Readonly<{ owed: readonly NewCharge[]; fees: ReturnFees; rows: readonly StatementRow[]; paidBack: string; shipping: string | null; shippingWithTax: string | null; lines: readonly SettledLine[]; currency: string }>;

/** The tax in a line's share of the first delivery: as much of it as of what was charged for the line's units. */
function taxOfShipping({ claim: { money }, answer }: Chosen, digits: number): number {
  const [back, charged, tax] = [answer.base?.shipping ?? "0", money.shipping, money.shippingTax ?? "0"].map((text) => parseMinor(text, digits)) as [number, number, number];
  return charged > 0 ? Math.round((back * tax) / charged) : 0;
}

/** Whether Shopify takes its units back and pays for them, or sets them off against what goes out. */
export const comesBack = (one: Chosen): boolean => isPaidOut(one) || one.balance !== null;

/** Our side of the money: goods with tax, what goes out for them, the first delivery, fees, and what is left. */
export function reckon(chosen: readonly Chosen[]): Reckoned {
  const currency = chosen[0]?.claim.money.currency ?? "USD", digits = minorDigits(currency), text = (n: number): string => formatMinor(n, digits);
  const minor = (amount: string | undefined): number => parseMinor(amount ?? "0", digits), sum = (amounts: readonly number[]): number => amounts.reduce((n, amount) => n + amount, 0);
  const paid = chosen.filter(isPaidOut), back = chosen.filter(comesBack), fees = feesAtShopify(chosen.map((one) => ({ ...one, staysSold: !isPaidOut(one) && !isSwapped(one), isQuoted: isAccepted(one.line) })));
  const goods = sum(back.map(({ answer }) => minor(answer.base?.price) + minor(answer.base?.tax))), shipping = sum(paid.map(({ answer }) => minor(answer.base?.shipping))), exchange = sum(chosen.map(({ balance }) => balance?.exchange ?? 0));
  const left = (one: Chosen): number => (one.balance ? one.balance.price + one.balance.tax - one.balance.exchange - sum(one.answer.deductions.map((fee) => minor(fee.amount))) : isPaidOut(one) ? minor(one.answer.refund?.amount) : 0);
  const charged = sum(chosen.flatMap(({ answer }) => answer.charges).filter((fee) => fee.amount !== "quote" && !fees.notTaken.includes(fee)).map((fee) => minor(fee.amount)));
  const paidBack = sum(chosen.map(left)) - charged;
  return {
    owed: owedBeside(chosen, fees, currency), fees, currency, shipping: shipping > 0 ? text(shipping - sum(paid.map((one) => taxOfShipping(one, digits)))) : null, shippingWithTax: shipping > 0 ? text(shipping) : null, paidBack: text(paidBack),
    rows: [{ what: "goods", ours: text(goods) }, ...(exchange ? [{ what: "exchange", ours: text(-exchange) }] : []), { what: "shipping", ours: text(shipping) }, { what: "fees", ours: text(paidBack - goods + exchange - shipping) }],
    lines: chosen.map((one) => ({
      rmaLineId: one.line.id, fulfillmentLineId: one.line.fulfillmentLineId ?? "", quantity: one.quantity, remedy: one.answer.remedy, paidBack: text(Math.max(0, left(one))),
      comesBack: comesBack(one), disposition: comesBack(one) || isSwapped(one) ? one.choice.disposition : undefined,
    })),
  };
}

/** A settlement as it is stored with its action. */
export const settlementOf = (reckoned: Reckoned, chosen: readonly Chosen[], about: Pick<Settlement, "round" | "by" | "accepted">): Settlement => {
  const credit = chosen.find(({ answer }) => answer.remedy === "store_credit");
  const { currency, lines, rows, paidBack, shipping, shippingWithTax, owed } = reckoned;
  return { ...about, owed, currency, lines, rows, paidBack, shipping, shippingWithTax, credit: credit ? { expiresOn: credit.answer.creditExpires ?? null } : null };
};
