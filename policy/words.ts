/** The engine's words by language. What only staff read stays English; what customers read is there in each. */
import { german } from "./words/customer.de.ts";
import { spanish } from "./words/customer.es.ts";
import { french } from "./words/customer.fr.ts";
import { japanese } from "./words/customer.ja.ts";
import { spokenIn } from "./words/customer.ts";
import { english, type Words } from "./words.en.ts";

export const languages = ["en", "de", "fr", "es", "ja"] as const;
export type Language = (typeof languages)[number];

export const policyWords: Readonly<Record<Language, Words>> = { en: english, de: spokenIn(english, german), fr: spokenIn(english, french), es: spokenIn(english, spanish), ja: spokenIn(english, japanese) };
