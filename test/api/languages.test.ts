/** Each language has every key and placeholder of the English, in the app's own words and in the engine's. */
import { describe, expect, it } from "vitest";
import { decide } from "../../policy/decide.ts";
import { accountText, explain } from "../../policy/explain.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { languages, policyWords } from "../../policy/words.ts";
import { english } from "../../policy/words.en.ts";
import { account } from "../../app/words/account.en.ts";
import { localeOf, wordsIn } from "../../app/words/account.ts";
import { merchant, worked } from "../policy/merchants.ts";

const others = languages.filter((language) => language !== "en");

/** Every text by its path. */
const texts = (value: unknown, path = ""): [string, string][] => (typeof value === "string" ? [[path, value]] : typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`)) : []);
const braces = (text: string): string => [...text.matchAll(/\{[a-z, ]+\}/gi)].map(String).sort().join();
const shape = (value: unknown): [string, string][] => texts(value).map(([path, text]) => [path, braces(text)]);

/** The parts of the engine's words that customers read. */
const customers = (words: typeof english) => ({
  remedies: words.remedies, outcomes: words.outcomes, statuses: words.statuses, payers: words.payers, fees: words.fees, feeBases: words.feeBases, per: words.per, needs: words.needs, needGrades: words.needGrades, reasons: words.reasons, conditions: words.conditions, unsaid: words.conditionUnsaid, models: words.models,
  fallbacks: words.fallbacks, events: words.events, questions: words.questions, spans: words.spans, facts: words.facts, voice: words.sentences.voices.customer, times: words.sentences.times, told: words.sentences.outcomes.customer, sums: words.sentences.sums, percent: words.page.fees.percent, fact: words.scopes.fact,
});

describe.each(others)("%s", (language) => {
  it("has every key and placeholder", () => {
    const { policy, ...own } = wordsIn(language);
    expect(shape(own)).toEqual(expect.arrayContaining(shape(account)));
    expect(new Map(shape(own))).toEqual(new Map(shape(account)));
    expect(new Map(shape(customers(policy)))).toEqual(new Map(shape(customers(english))));
  });

  it("is not English with another name: nearly every sentence differs", () => {
    const own = new Map(texts(wordsIn(language))), same = texts({ ...account }).filter(([path, text]) => own.get(path) === text && /[a-z]{4}/i.test(text.replace(/\{\w+\}/g, "")));
    expect(same.map(([path]) => path)).toEqual([]);
    const told = new Map(texts(policyWords[language].sentences.voices.customer));
    expect(texts(english.sentences.voices.customer).filter(([path, text]) => told.get(path) === text && /[a-z]{4}/i.test(text.replace(/\{\w+\}/g, ""))).map(([path]) => path)).toEqual([]);
  });

  it("fits where English does: no word of a button, state or step is much longer", () => {
    const own = wordsIn(language), width = (text: string): number => [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
    for (const part of ["actions", "states", "steps", "answers"] as const) for (const [key, text] of Object.entries(own[part])) expect(width(text), `${part}.${key}`).toBeLessThanOrEqual(42);
  });

  it("tells every worked claim without a hole", () => {
    for (const { claim } of worked) {
      const policy = readingsApplied(merchant(claim.policy)), text = accountText(explain(decide(policy, claim), policy, claim, policyWords[language]).customer.filter(({ id }) => id !== "changes"));
      expect(text, claim.id).not.toMatch(/\{\w+\}|undefined|_/);
    }
  });
});

it("the language asked for is found by the parameter, then by weight, else it is English", () => {
  const of = (url: string, accept?: string): string => localeOf(new Request(`https://app.example${url}`, accept === undefined ? {} : { headers: { "accept-language": accept } }));
  expect([of("/?locale=ja-JP", "de"), of("/", "pt;q=0.9, fr;q=0.4, de-CH;q=0.8"), of("/?locale=xx", "es"), of("/", "pt"), of("/"), of("/", "de;q=x,fr;q=0.1")]).toEqual(["ja", "de", "es", "en", "en", "fr"]);
});
