/** Scopes, spans and fees of clauses in words. */
import { facts, type FactName } from "../facts.ts";
import { asList, type Clause, type Scope } from "../policy.ts";
import type { PolicyInForce } from "../readings.ts";
import type { Words } from "../words.en.ts";
import { fill, listed, moneyText, spanText, wordFor } from "./inWords.ts";

type Span = string | Readonly<{ setting: string }>;
type FeeEffect = Readonly<{ percent?: number | { setting: string }; amount?: string | { setting: string }; amounts?: Readonly<Record<string, string>>; currency?: string; of?: string; per?: string }>;

/** What a setting holds, "" where it is not made. */
export const settingValue = (inForce: PolicyInForce, name: string): string => String(inForce.policy.settings?.[name]?.value ?? "");

/** A span in words; one that the merchant sets is named where it is not set. */
export function lengthText(span: Span, inForce: PolicyInForce, words: Words): string {
  if (typeof span === "string") return spanText(span);
  return spanText(settingValue(inForce, span.setting)) || fill(words.scopes.setting, { setting: span.setting });
}

/** One fact's words: "reason: does not work or arrived damaged". */
export function factText(name: FactName, values: readonly (string | boolean)[], words: Words): string {
  const { label, is, alone } = words.facts[name];
  const said = listed([...new Set(values.map((value) => wordFor(is ?? {}, String(value))))], words, "disjunction");
  return alone ? said : fill(words.scopes.fact, { label, values: said });
}

const isFact = (name: string): name is FactName => Object.hasOwn(facts, name);

/** The conditions of one scope, each in words. */
export function conditionTexts(scope: Scope, inForce: PolicyInForce, words: Words): string[] {
  const term = (name: string): string => wordFor({}, name);
  return [
    ...Object.keys(scope).flatMap((name) => (isFact(name) ? [factText(name, asList<string | boolean>(scope[name]), words)] : [])),
    ...asList(scope.age).map((age) => fill(age.within === undefined ? words.scopes.beyond : words.scopes.within, { period: lengthText(age.within ?? age.beyond ?? "", inForce, words), event: wordFor(words.events, age.of) })),
    ...asList(scope.during).map((name) => fill(words.scopes.during, { term: term(name) })),
    ...asList(scope.past).map((name) => fill(words.scopes.past, { term: term(name) })),
    ...asList(scope.notYet).map((name) => fill(words.scopes.notYet, { term: term(name) })),
    ...asList(scope.worth).map((worth) => fill(worth.over === undefined ? words.scopes.atMost : words.scopes.over, { of: wordFor(words.places, worth.of), amount: [worth.over ?? worth.atMost, worth.currency].filter(Boolean).join(" ") })),
  ];
}

type Scoped = Readonly<{ when?: Scope | Scope[]; unless?: Scope | Scope[] }>;

/** Where an effect of a clause applies, in words; "" where it always does. Scopes of clause and effect both hold. */
export function whereText(clause: Scoped, effect: Scoped, inForce: PolicyInForce, words: Words): string {
  const any = (scopes: readonly Scope[]): string => scopes.map((scope) => conditionTexts(scope, inForce, words).join(", ")).join("; ");
  const when = [any(asList(clause.when)), any(asList(effect.when))].filter(Boolean);
  const unless = any([...asList(clause.unless), ...asList(effect.unless)]);
  return [...when, ...(unless ? [fill(words.scopes.except, { scope: unless })] : [])].join(" · ");
}

/** How much a fee is, in words: "10 % of the price before tax", "$45.00", "quoted first". */
export function feeAmountText(fee: FeeEffect, inForce: PolicyInForce, words: Words): string {
  const per = fee.per && fee.per !== "line" ? ` ${wordFor(words.per, fee.per)}` : "";
  const base = fee.of ? wordFor(words.feeBases, fee.of) : wordFor(words.feeBases, "net_price");
  if (fee.percent !== undefined) {
    const percent = typeof fee.percent === "object" ? settingValue(inForce, fee.percent.setting) : String(fee.percent);
    return percent ? fill(words.page.fees.percent, { percent, base }) + per : words.page.quote;
  }
  if (fee.amounts) return Object.entries(fee.amounts).map(([currency, amount]) => moneyText(amount, currency, words)).join(" / ") + per;
  const amount = typeof fee.amount === "object" ? settingValue(inForce, fee.amount.setting) : fee.amount;
  if (amount === "quote" || amount === "") return words.page.quote;
  if (amount !== undefined) return (fee.currency ? moneyText(amount, fee.currency, words) : amount) + per;
  return fee.of ? base : words.page.quote;
}

/** The deduction or charge of a kind that a clause makes, to say what it is taken of. */
export function feeOfClause(clause: Clause | undefined, kind: string): FeeEffect | undefined {
  return [...asList(clause?.deducts), ...asList(clause?.charges)].find((fee) => fee.kind === kind);
}
