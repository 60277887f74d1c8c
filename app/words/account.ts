/** The words of the extensions by language, and which language somebody asks for. */
import { languages, policyWords, type Language } from "../../policy/words.ts";
import type { Words } from "../../policy/words.en.ts";
import { account as german } from "./account.de.ts";
import { account, type AccountText } from "./account.en.ts";
import { account as spanish } from "./account.es.ts";
import { account as french } from "./account.fr.ts";
import { account as japanese } from "./account.ja.ts";

export type Locale = Language;
export type AccountWords = AccountText & Readonly<{ policy: Words }>;

const texts: Readonly<Record<Locale, AccountText>> = { en: account, de: german, fr: french, es: spanish, ja: japanese };
const all = new Map(languages.map((language) => [language, { ...texts[language], policy: policyWords[language] }]));
const english: AccountWords = { ...account, policy: policyWords.en };

export const wordsIn = (locale: Locale): AccountWords => all.get(locale) ?? english;

const known = (tag: string): Locale | undefined => languages.find((language) => language === tag.trim().slice(0, 2).toLowerCase());

/** `?locale=` first, then Accept-Language by its weights; English where neither names a language that is there. */
export function localeOf(request: Request): Locale {
  const named = known(new URL(request.url).searchParams.get("locale") ?? "");
  if (named) return named;
  const wanted = (request.headers.get("accept-language") ?? "").split(",").slice(0, 20).map((part) => {
    const [tag = "", ...parameters] = part.split(";");
    const weight = Number(parameters.find((parameter) => parameter.trim().startsWith("q="))?.trim().slice(2) ?? 1);
    return { tag, weight: Number.isNaN(weight) ? 0 : weight };
  });
  return wanted.sort((a, b) => b.weight - a.weight).flatMap(({ tag }) => known(tag) ?? [])[0] ?? "en";
}

export const isLocale = (value: unknown): value is Locale => languages.some((language) => language === value);
