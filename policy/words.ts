/** The engine's words by language. What only staff read stays English; what customers read is there in each. */
import { english, type Words } from "./words.en.ts";

export const languages = ["en", "de", "fr", "es", "ja"] as const;
export type Language = (typeof languages)[number];

export const policyWords: Readonly<Record<Language, Words>> = { en: english, de: english, fr: english, es: english, ja: english };
