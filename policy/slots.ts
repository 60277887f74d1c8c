/** Facts as bits: the words that a policy's scopes name, in classes that no scope tells apart. */
import type { Clause, Scope } from "./policy.ts";
import { asList } from "./policy.ts";
import { facts, type FactName } from "./facts.ts";

export const UNKNOWN = 1;
export const OTHER = 2;

/** One fact the policy asks about: its words fall into classes that no scope tells apart, each class one bit. */
export type Slot = Readonly<{ name: FactName; bits: ReadonlyMap<string | boolean, number>; classes: readonly (readonly string[])[] }>;

export const scalarText = (value: string | boolean): string => String(value);

/** Splits the words that scopes name into classes that no scope tells apart. */
export function slotFor(name: FactName, lists: readonly (readonly string[])[]): Slot {
  const signature = new Map<string, string>();
  lists.forEach((words, i) => words.forEach((word) => signature.set(word, `${signature.get(word) ?? ""},${i}`)));
  for (const word of ("words" in facts[name] ? (facts[name].words as readonly (string | boolean)[]) : [])) if (!signature.has(scalarText(word))) signature.set(scalarText(word), "");
  const classes = new Map<string, string[]>();
  for (const [word, sign] of signature) classes.set(sign, [...(classes.get(sign) ?? []), word]);
  const bits = new Map<string | boolean, number>();
  let bit = OTHER;
  const plain = "strangeWords" in facts[name] ? "" : OTHER;
  for (const [sign, words] of classes) {
    if (sign !== "" || plain === "") bit *= 2;
    for (const word of words) for (const form of word === "true" || word === "false" ? [word, word === "true"] : [word]) bits.set(form, sign === "" && plain !== "" ? plain : bit);
  }
  if (bit > 2 ** 30) throw new Error(`the policy tells more than 28 kinds of ${name} apart`);
  return { name, bits, classes: [...classes.values()] };
}

/** Every scope of a policy with the clause it stands in. */
export function* scopesOf(clauses: readonly Clause[]): Generator<Scope> {
  for (const clause of clauses) {
    yield* asList(clause.when);
    yield* asList(clause.unless);
    for (const key of ["opens", "closes", "person", "waits", "gives", "needs", "deducts", "charges", "waives", "freight", "term", "answers"] as const) {
      for (const effect of asList(clause[key] as { when?: Scope; unless?: Scope; lackingWhen?: Scope } | undefined)) {
        yield* asList(effect.when);
        yield* asList(effect.unless);
        yield* asList(effect.lackingWhen);
      }
    }
  }
}
