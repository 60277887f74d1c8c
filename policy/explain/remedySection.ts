/** One remedy in sentences: what one gets, each deduction, who pays which way, until when, what to supply, when the merchant acts. */
import type { RemedyAnswer } from "../decision.ts";
import { asList } from "../policy.ts";
import type { Section, Sentence, Sum, Telling } from "./account.ts";
import { sentence } from "./account.ts";
import { capital, dayText, fill, listed, moneyText, needText, promisedText, spanText, timesText, wordFor } from "./inWords.ts";
import { questionText } from "./questionText.ts";
import { feeAmountText, feeOfClause } from "./scopeText.ts";

export function remedySection(t: Telling, answer: RemedyAnswer): Section {
  const sums = sumsOf(t, answer);
  return {
    id: answer.remedy,
    heading: answer.status === "open" ? t.words.remedies[answer.remedy] : `${t.words.remedies[answer.remedy]} – ${t.words.statuses[answer.status]}`,
    sentences: [...getsLines(t, answer), ...costLines(t, answer), ...freightLines(t, answer), ...dayLines(t, answer), ...supplyLines(t, answer), ...termLines(t, answer), ...promiseLines(t, answer)],
    ...(sums.length ? { sums } : {}),
  };
}

/** The unit given in place of the item: "a new unit of the same model". */
export function unitText(given: RemedyAnswer["replacement"], { words }: Pick<Telling, "words">): string {
  const { condition, model } = given ?? { condition: "unspecified", model: "same" };
  const unit = `${wordFor(words.conditions, condition)} ${wordFor(words.models, model)}`;
  return condition === "unspecified" ? fill(words.conditionUnsaid, { unit }) : unit;
}

function getsLines(t: Telling, answer: RemedyAnswer): Sentence[] {
  const { voice, words } = t;
  const amount = answer.refund ? moneyText(answer.refund.amount, answer.refund.currency, words) : "";
  const unsure = answer.remedy === "refund" && answer.status === "needs_human";
  const gets = fill(unsure ? voice.refundUnderReview : voice[answer.remedy], { amount, what: unitText(answer.replacement, t) });
  const shipping = answer.refundsOriginalShipping === undefined || Number(t.claim?.money.shipping ?? 1) === 0 ? [] : [sentence(answer.refundsOriginalShipping ? voice.withShipping : voice.withoutShipping)];
  return [
    sentence(voice[answer.status], answer.because), sentence(gets, answer.because), ...shipping,
    ...(answer.onlyIf ? [sentence(voice.onlyIf)] : []),
    ...(answer.times ? [sentence(voice.times.replace("{n, times}", timesText(answer.times, words)))] : []),
    ...(answer.separateProcess ? [sentence(voice.separateProcess)] : []),
  ];
}

/** The fee with what it is a share of, where the clause says so: "restocking fee (10 % of the price before tax)". */
export function feeText(t: Telling, kind: string, because: readonly string[]): string {
  const name = wordFor(t.words.fees, kind);
  const fee = because.map((id) => feeOfClause(t.clauses.get(id), kind)).find((found) => found !== undefined);
  return fee?.percent === undefined ? name : `${name} (${feeAmountText(fee, t.inForce, t.words)})`;
}

function costLines(t: Telling, answer: RemedyAnswer): Sentence[] {
  const currency = answer.refund?.currency ?? t.claim?.money.currency ?? "";
  const money = (amount: string, own: string | undefined): string => (own || currency ? moneyText(amount, own ?? currency, t.words) : amount);
  return [
    ...answer.deductions.map((fee) => sentence(fill(t.voice.deduction, { amount: money(fee.amount, fee.currency), fee: feeText(t, fee.kind, fee.because) }), fee.because)),
    ...answer.charges.map((fee) => sentence(fill(fee.amount === "quote" ? t.voice.quote : t.voice.charge, { amount: fee.amount === "quote" ? "" : money(fee.amount, fee.currency), fee: feeText(t, fee.kind, fee.because) }), fee.because)),
  ];
}

function freightLines(t: Telling, answer: RemedyAnswer): Sentence[] {
  const clauses = answer.because.filter((id) => t.clauses.get(id)?.freight !== undefined);
  const lines = [t.voice.returnBy[answer.freight.return], t.voice.outboundBy[answer.freight.outbound], answer.dutiesPaidBy ? t.voice.duties[answer.dutiesPaidBy] : ""];
  return lines.filter(Boolean).map((line) => sentence(line, clauses));
}

/** The act that must fall in the window, as the cited opening says or the policy's convention. */
function actOf(t: Telling, answer: RemedyAnswer): keyof Telling["voice"]["until"] {
  const opening = answer.because.flatMap((id) => asList(t.clauses.get(id)?.opens)).find((effect) => asList(effect.remedy).includes(answer.remedy) && effect.act !== undefined);
  const act = opening?.act ?? t.inForce.conventions.act;
  return act === "registration" || act === "purchase" ? "request" : act;
}

function dayLines(t: Telling, { until, termsUntil, ...answer }: RemedyAnswer): Sentence[] {
  const opening = answer.because.filter((id) => t.clauses.get(id)?.opens !== undefined || t.clauses.get(id)?.term !== undefined);
  const last = until === null ? sentence(t.voice.noLastDay, opening) : sentence(fill(t.voice.until[actOf(t, { until, termsUntil, ...answer })], { day: dayText(until, t.words) }), opening);
  return [last, ...(termsUntil !== null && termsUntil !== until ? [sentence(fill(t.voice.termsUntil, { day: dayText(termsUntil, t.words), terms: termsAfterText(t, answer) }), answer.termsAfter?.because ?? [])] : [])];
}

/** What is otherwise once the terms have changed. */
function termsAfterText(t: Telling, { termsAfter, freight, replacement, remedy }: Pick<RemedyAnswer, "termsAfter" | "freight" | "replacement" | "remedy">): string {
  const { voice, words } = t;
  if (!termsAfter) return "";
  const unit = termsAfter.replacement && JSON.stringify(termsAfter.replacement) !== JSON.stringify(replacement) ? fill(voice[remedy], { amount: "", what: unitText(termsAfter.replacement, t) }) : "";
  return [
    termsAfter.freight.return === freight.return ? "" : voice.returnBy[termsAfter.freight.return], termsAfter.freight.outbound === freight.outbound ? "" : voice.outboundBy[termsAfter.freight.outbound], unit,
    ...termsAfter.feesBegin.map((kind) => fill(voice.feeBegins, { fee: feeText(t, kind, termsAfter.because) })), ...termsAfter.feesEnd.map((kind) => fill(voice.feeEnds, { fee: wordFor(words.fees, kind) })),
  ].filter(Boolean).join(" ");
}

function supplyLines(t: Telling, answer: RemedyAnswer): Sentence[] {
  const needs = (names: readonly string[]): string => listed(names.map((name) => needText(name, t.words)), t.words);
  const asks = (from: "customer" | "person") => (answer.asks ?? []).filter((ask) => ask.from === from);
  const question = (from: "customer" | "person", template: string): Sentence[] =>
    asks(from).length ? [sentence(fill(template, { facts: listed(asks(from).map((ask) => questionText(ask.fact, t.words)), t.words) }), asks(from).flatMap((ask) => ask.because))] : [];
  return [
    ...(answer.requires.length ? [sentence(fill(t.voice.requires, { needs: needs(answer.requires.map((r) => r.need)) }), [...new Set(answer.requires.flatMap((r) => r.because))])] : []),
    ...(answer.missing.length ? [sentence(fill(t.voice.missing, { needs: needs(answer.missing) }), answer.requires.filter((r) => answer.missing.includes(r.need.split(":")[0] ?? "")).flatMap((r) => r.because))] : []),
    ...question("customer", t.voice.asksCustomer), ...question("person", t.voice.asksPerson),
  ];
}

/** Store credit, price differences, fallbacks, advance replacements and service levels. */
function termLines(t: Telling, answer: RemedyAnswer): Sentence[] {
  const { voice, words } = t, money = (sum: { amount: string; currency: string }): string => (sum.amount === "quote" ? words.page.quote : moneyText(sum.amount, sum.currency, words));
  const { creditExpires, creditBonus, priceDifference, fallback, fallbackTo, advance, levels } = answer;
  const lines = [
    creditExpires && fill(voice.creditExpires, { day: dayText(creditExpires, words) }), creditBonus && fill(voice.creditBonus, { amount: money(creditBonus) }),
    priceDifference && fill(voice.priceDifference[priceDifference.paidBy], { amount: money(priceDifference) }),
    fallback && fill(voice.fallback, { list: fallback.map((name) => wordFor(words.fallbacks, name)).join(", ") }),
    fallbackTo && ("is" in fallbackTo ? fill(voice.fallbackTo, { what: wordFor(words.fallbacks, fallbackTo.is) }) : fill(voice.asksPerson, { facts: questionText(fallbackTo.asks, words) })),
    advance && fill(voice.advance, { period: promisedText(spanText(advance.sendBackWithin), words), by: advance.sendBackBy ? fill(voice.advanceBy, { day: dayText(advance.sendBackBy, words) }) : "", amount: money(advance.otherwise) }),
    levels && fill(voice.levels, { list: levels.map((one) => fill(voice.level, { says: one.says, amount: one.charge ? money(one.charge) : voice.levelFree, chosen: one.level === answer.levelChosen ? voice.levelChosen : "" })).join("; ") }),
  ];
  return lines.filter((line): line is string => typeof line === "string").map((line) => sentence(line, answer.because.filter((id) => t.clauses.get(id)?.gives !== undefined)));
}

function promiseLines(t: Telling, answer: RemedyAnswer): Sentence[] {
  return (answer.promises ?? []).map((promise) => {
    const templates = /\d/.test(promise.within) ? t.voice.promise : t.voice.promisePrompt;
    const due = promise.due ? ` ${fill(t.voice.due, { day: dayText(promise.due, t.words) })}` : "";
    return sentence(fill(templates[promise.kind], { within: promisedText(promise.within, t.words), from: wordFor(t.words.events, promise.from) }) + due, [promise.clause]);
  });
}

/** Price, tax and first delivery, less each deduction; the last line is what is paid out. Empty where no money goes back. */
function sumsOf(t: Telling, { base, refund, deductions, remedy }: RemedyAnswer): Sum[] {
  if (!base || !refund) return [];
  const { sums } = t.words.sentences, { currency } = refund;
  const paid = (["price", "tax", "shipping"] as const).filter((name) => name === "price" || Number(base[name]) > 0).map((name): Sum => ({ label: sums[name], amount: base[name], currency, clauses: [] }));
  const less = deductions.map((fee): Sum => ({ label: fill(sums.less, { fee: feeText(t, fee.kind, fee.because) }), amount: `-${fee.amount}`, currency, clauses: fee.because }));
  const total = remedy === "store_credit" || remedy === "cancel" ? sums[remedy] : sums.refund;
  return [...paid, ...less, { label: capital(total), amount: refund.amount, currency, clauses: [], total: true }];
}
