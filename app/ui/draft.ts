/** The state of a new version on its screen, and how it is sent. */
import type { Policy } from "../../policy/policy.ts";

export type DraftView = {
  id: string; merchant: string; document: string; version: string;
  readings: readonly Pick<NonNullable<Policy["readings"]>[number], "id" | "title" | "type" | "clauses" | "recommended" | "reason" | "options">[];
  settings: NonNullable<Policy["settings"]>;
  choices: Record<string, string>; values: Record<string, string | number | null>;
};

/** What the screen needs of a draft: no clauses, no patches. */
export function draftView({ policy, choices, settings }: { policy: Policy; choices: Readonly<Record<string, string>>; settings: Readonly<Record<string, string | number | null>> }): DraftView {
  const { id, merchant, document, version } = policy;
  const readings = (policy.readings ?? []).map(({ id, title, type, clauses, recommended, reason, options }) => ({
    id, title, type, clauses, recommended, reason, options: Object.fromEntries(Object.entries(options).map(([letter, { says, effect }]) => [letter, { says, ...(effect ? { effect } : {}) }])),
  }));
  return { id, merchant, document, version, readings, settings: policy.settings ?? {}, choices: { ...choices }, values: { ...settings } };
}

/** Where the draft comes from, as form fields. */
export type SourceFields = { from: string } | { text: string };

/** Reads the fields back. */
export const sourceIn = (form: FormData): SourceFields => (form.get("text") ? { text: String(form.get("text")) } : { from: String(form.get("from") ?? "") });

/** A JSON field of a form; an empty object where it is missing. Throws for text that is no JSON. */
export const jsonIn = (form: FormData, name: string): Record<string, string> => JSON.parse(String(form.get(name) || "{}")) as Record<string, string>;

/** A typed value as the engine takes it: empty is not set. */
export const typedValue = (text: string, kind: "period" | "percent" | "amount"): string | number | null => {
  const trimmed = text.trim();
  if (!trimmed) return null;
  return kind === "percent" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
};
