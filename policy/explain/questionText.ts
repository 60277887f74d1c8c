/** A fact that is asked for, in words. Questions name the place the claim holds the fact at, or a date or value. */
import { facts, type FactName } from "../facts.ts";
import type { Words } from "../words.en.ts";
import { wordFor } from "./inWords.ts";

const factNamesByPath: ReadonlyMap<string, FactName> = new Map((Object.keys(facts) as FactName[]).toReversed().map((name) => [facts[name].path, name]));

export function questionText(fact: string, words: Words): string {
  const name = factNamesByPath.get(fact);
  return name && !Object.hasOwn(words.questions, fact) ? words.facts[name].label : wordFor(words.questions, fact);
}
