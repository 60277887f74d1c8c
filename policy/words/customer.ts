/** What customers read, as a shape: a language is an object of it. What only staff read stays English. */
import type { FactName } from "../facts.ts";
import type { Words } from "../words.en.ts";

type Sentences = Words["sentences"];
/** The facts that a refusal may rest on before anything was sent back. */
export type CustomersFact = Extract<FactName, "class" | "category" | "clearance" | "sale" | "discounted" | "kit" | "gift" | "condition" | "state" | "packaging" | "complete" | "unbound" | "channel" | "status" | "originalBuyer" | "abroad" | "registered" | "proof" | "stock">;

export type CustomerWords = Readonly<
  Pick<Words, "locale" | "remedies" | "outcomes" | "statuses" | "payers" | "fees" | "feeBases" | "per" | "needs" | "needGrades" | "reasons" | "conditions" | "conditionUnsaid" | "models" | "fallbacks" | "events" | "questions" | "spans"> & {
    voice: Sentences["voices"]["customer"]; times: Sentences["times"]; told: Sentences["outcomes"]["customer"]; sums: Sentences["sums"]; notPossible: string; quote: string; percent: string; fact: string;
    facts: Readonly<Record<CustomersFact, Readonly<{ label: string; is?: Readonly<Record<string, string>> }>>>;
  }
>;

/** The engine's words with those of a language in their place. */
export function spokenIn(english: Words, { voice, times, told, sums, notPossible, quote, percent, fact, facts, ...words }: CustomerWords): Words {
  const ownFacts = Object.fromEntries(Object.entries(facts).map(([name, own]) => [name, { ...english.facts[name as CustomersFact], ...own }]));
  const reason = { ...english.facts.reason, is: words.reasons };
  return {
    ...english, ...words, facts: { ...english.facts, ...ownFacts, reason, claimedReason: { ...english.facts.claimedReason, is: words.reasons }, missing: { ...english.facts.missing, is: words.needs } },
    sentences: { ...english.sentences, voices: { ...english.sentences.voices, customer: voice }, times, outcomes: { ...english.sentences.outcomes, customer: told }, sums, headings: { ...english.sentences.headings, refused: notPossible } },
    page: { ...english.page, quote, fees: { ...english.page.fees, percent } }, scopes: { ...english.scopes, fact },
  };
}
