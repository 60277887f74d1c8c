/** A mapping rule as it is typed on the screen: conditions as a list of field and text. */
import type { ItemMapping } from "../shopify/itemMapping.ts";
import { words } from "./words.en.ts";

export type Field = keyof typeof words.mapping.fields;
export type TypedRule = { conditions: { field: Field; value: string }[]; gives: { class: string; category: string; line: string; onClearance: boolean; partOfKit: boolean } };
type Rule = ItemMapping[number];

export const fields = Object.keys(words.mapping.fields) as Field[];
export const emptyRule: TypedRule = { conditions: [{ field: "tag", value: "" }], gives: { class: "", category: "", line: "", onClearance: false, partOfKit: false } };

/** The stored rule as typed. */
export function typedRule({ when, gives }: Rule): TypedRule {
  const conditions = fields.flatMap((field): TypedRule["conditions"] => {
    if (field === "metafield") return when.metafield ? [{ field, value: `${when.metafield.namespace}.${when.metafield.key}=${when.metafield.value}` }] : [];
    if (field === "zeroPrice") return when.zeroPrice ? [{ field, value: "" }] : [];
    return when[field] === undefined ? [] : [{ field, value: when[field] }];
  });
  return { conditions, gives: { class: gives.class ?? "", category: gives.category ?? "", line: gives.line ?? "", onClearance: gives.onClearance ?? false, partOfKit: gives.partOfKit ?? false } };
}

function whenOf(conditions: TypedRule["conditions"]): Rule["when"] {
  return Object.fromEntries(conditions.map(({ field, value }) => {
    if (field === "zeroPrice") return [field, true];
    if (field !== "metafield") return [field, value.trim()];
    const [, namespace = "", key = "", is = ""] = /^([^=]*)\.([^.=]*)=(.*)$/.exec(value.trim()) ?? [];
    return [field, { namespace, key, value: is }];
  }));
}

/** The typed rule as it is stored; what is left empty is not given. The schema says what does not fit. */
export function ruleOf({ conditions, gives }: TypedRule): Rule {
  const given = { class: gives.class || undefined, category: gives.category.trim() || undefined, line: gives.line.trim() || undefined, onClearance: gives.onClearance || undefined, partOfKit: gives.partOfKit || undefined };
  return { when: whenOf(conditions), gives: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

/** Whether a rule says enough to be tried: an empty condition fits nothing. */
export const isComplete = ({ conditions }: TypedRule): boolean => conditions.length > 0 && conditions.every(({ field, value }) => field === "zeroPrice" || value.trim() !== "");
