/** Sums, days and sentences as the API gives them. */
import type { Section } from "../../policy/explain.ts";
import { dayText, fill, moneyText } from "../../policy/explain/inWords.ts";
import type { ApiDay, ApiMoney, ApiSentence } from "../api.ts";
import type { AccountWords } from "./account.ts";

export const moneyIn = (words: AccountWords, amount: string, currency: string): ApiMoney => ({ amount, currency, text: moneyText(amount, currency, words.policy) });

/** A civil day, or an instant's day as written. */
export const dayIn = (words: AccountWords, text: string): ApiDay => ({ on: text.slice(0, 10), text: dayText(text.slice(0, 10), words.policy) });
export const dayOrNull = (words: AccountWords, text: string | null | undefined): ApiDay | null => (text ? dayIn(words, text) : null);

/** A day kept as a database date. */
export const dateIn = (words: AccountWords, date: Date | null): ApiDay | null => dayOrNull(words, date?.toISOString());

export const sentencesOf = (sections: readonly Section[]): ApiSentence[] => sections.flatMap(({ sentences }) => sentences.map(({ text, clauses }) => ({ text, clauses })));

export { fill };
