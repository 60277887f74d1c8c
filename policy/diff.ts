/**
 * Two versions of a policy compared: clauses added, gone and changed, in words. Compared is what is written, readings
 * not applied; a reading chosen differently is a change of its own.
 */
import { inForceOf } from "./explain/account.ts";
import { capital, fill, moneyText, needText, spanText, wordFor } from "./explain/inWords.ts";
import { conditionTexts } from "./explain/scopeText.ts";
import { asList, type Clause, type Policy, type Scope } from "./policy.ts";
import { english, type Words } from "./words.en.ts";

/** One clause, or the policy itself where there is no clause, with each difference as a line. */
export type Difference = Readonly<{ change: "added" | "gone" | "changed"; clause?: string; lines: readonly string[] }>;
type Telling = Readonly<{ words: Words; policy: Policy }>;

/** The differences from one version to the next, in the order of the next; an empty list means they say the same. */
export function diff(old: Policy, next: Policy, words: Words = english): readonly Difference[] {
  const before = new Map(old.clauses.map((clause) => [clause.id, clause])), after = new Set(next.clauses.map((clause) => clause.id));
  const whole = policyLines(old, next, words);
  return [
    ...(whole.length ? [{ change: "changed", lines: whole } as const] : []),
    ...next.clauses.flatMap((clause): Difference[] => {
      const was = before.get(clause.id);
      if (!was) return [{ change: "added", clause: clause.id, lines: [clause.says, ...effectLines(clause, { words, policy: next })] }];
      const lines = clauseLines(was, clause, { words, policy: old }, { words, policy: next });
      return lines.length ? [{ change: "changed", clause: clause.id, lines }] : [];
    }),
    ...old.clauses.filter((clause) => !after.has(clause.id)).map((clause): Difference => ({ change: "gone", clause: clause.id, lines: [clause.says, ...effectLines(clause, { words, policy: old })] })),
  ];
}

const changed = (what: string, old: string | undefined, next: string | undefined, words: Words): string[] => {
  if (old === next) return [];
  const template = old === undefined || old === "" ? words.diff.set : next === undefined || next === "" ? words.diff.unset : words.diff.from;
  return [fill(template, { what, old: old ?? "", next: next ?? "" })];
};

function policyLines(old: Policy, next: Policy, words: Words): string[] {
  const w = words.diff, readings = new Map(old.readings?.map((reading) => [reading.id, reading]));
  const chosen = (policy: Policy, id: string): string | undefined => {
    const reading = policy.readings?.find((one) => one.id === id), letter = reading && (reading.chosen ?? reading.recommended);
    return letter === undefined ? undefined : `${letter} (${reading?.options[letter]?.says ?? ""})`;
  };
  const ids = new Set([...readings.keys(), ...(next.readings ?? []).map((reading) => reading.id)]);
  const names = new Set([...Object.keys(old.settings ?? {}), ...Object.keys(next.settings ?? {})]);
  const value = (policy: Policy, name: string): string => String(policy.settings?.[name]?.value ?? "");
  return [
    ...changed(w.version, old.version, next.version, words),
    ...[...names].flatMap((name) => changed(fill(w.setting, { name, says: (next.settings ?? old.settings)?.[name]?.says ?? "" }), value(old, name), value(next, name), words)),
    ...[...ids].flatMap((id) => changed(fill(w.reading, { id, title: (next.readings ?? []).find((one) => one.id === id)?.title ?? readings.get(id)?.title ?? "" }), chosen(old, id), chosen(next, id), words)),
  ];
}

const kinds = ["opens", "closes", "person", "waits", "gives", "needs", "deducts", "charges", "waives", "freight", "term", "answers", "applies", "returnsTo", "sellers"] as const;
type Effect = Readonly<Record<string, unknown>>;

const effectsOf = (clause: Clause, kind: (typeof kinds)[number]): readonly Effect[] => asList(clause[kind] as Effect | readonly Effect[] | undefined);

/** Every effect of a clause in one line each, for a clause that is new or gone. */
function effectLines(clause: Clause, t: Telling): string[] {
  return kinds.flatMap((kind) => effectsOf(clause, kind).map((effect) => `${t.words.diff.effects[kind]}: ${Object.entries(effect).map(([field, value]) => `${wordFor(t.words.diff.fields, field)} ${valueText(field, value, t)}`).join(", ")}`));
}

function clauseLines(old: Clause, next: Clause, was: Telling, is: Telling): string[] {
  const { words } = is, w = words.diff;
  const scopes = ([["when", w.appliesTo], ["unless", w.exceptFor]] as const).flatMap(([field, what]) => changed(what, old[field] && valueText(field, old[field], was), next[field] && valueText(field, next[field], is), words));
  const effects = kinds.flatMap((kind) => {
    const [before, after] = [effectsOf(old, kind), effectsOf(next, kind)];
    return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => fieldLines(kind, before[i] ?? {}, after[i] ?? {}, was, is)).flat();
  });
  return [
    ...changed(w.says, old.says, next.says, words), ...changed(w.at, old.at, next.at, words), ...scopes, ...effects,
    ...changed(w.overrides, old.overrides?.join(", "), next.overrides?.join(", "), words), ...changed(capital(w.fields.note), old.note, next.note, words), ...changed(capital(w.fields.decidedBy), old.decidedBy, next.decidedBy, words),
  ];
}

/** What an effect is known by: a need, the kind of a fee, or else its remedies. */
function aboutOf(kind: (typeof kinds)[number], old: Effect, next: Effect): readonly [field: string, value: unknown] | undefined {
  const isFee = kind === "deducts" || kind === "charges" || kind === "waives";
  const field = ["need", ...(isFee ? ["kind"] : []), "remedy", "for", "name", "country", "platform"].find((name) => next[name] !== undefined || old[name] !== undefined);
  return field === undefined ? undefined : [field, next[field] ?? old[field]];
}

/** Each field that differs; the effect is named in full, so that a line stands for itself. */
function fieldLines(kind: (typeof kinds)[number], old: Effect, next: Effect, was: Telling, is: Telling): string[] {
  const about = aboutOf(kind, old, next), effect = is.words.diff.effects[kind];
  const name = about ? `${effect} (${valueText(about[0], about[1], is)})` : effect;
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((field) =>
    changed(`${name}, ${wordFor(is.words.diff.fields, field)}`, old[field] === undefined ? undefined : valueText(field, old[field], was), next[field] === undefined ? undefined : valueText(field, next[field], is), is.words));
}

const isScope = (field: string): boolean => field === "when" || field === "unless" || field === "lackingWhen";

function valueText(field: string, value: unknown, t: Telling): string {
  const { words } = t;
  if (isScope(field)) return asList(value as Scope | Scope[]).map((scope) => conditionTexts(scope, inForceOf({ ...t.policy, readings: [] }), words).join(", ")).join("; ");
  if (Array.isArray(value)) return value.map((one: unknown) => valueText(field, one, t)).join(", ");
  if (typeof value === "object" && value !== null) return "setting" in value ? fill(words.scopes.setting, { setting: String(value.setting) }) : Object.entries(value).map(([key, one]) => (/^[A-Z]{3}$/.test(key) && field === "amounts" ? moneyText(String(one), key, words) : `${wordFor(words.diff.fields, key)} ${valueText(key, one, t)}`)).join(", ");
  return wordOf(field, String(value), words);
}

function wordOf(field: string, text: string, words: Words): string {
  switch (field) {
    case "remedy": case "for": case "alsoRefuses": return wordFor({ ...words.remedies, ...words.fees, all: words.page.allRemedies }, text);
    case "return": case "outbound": case "duties": return wordFor(words.payers, text);
    case "within": case "period": case "after": case "orWithin": case "creditExpires": return spanText(text);
    case "from": return wordFor(words.events, text);
    case "act": return wordFor(words.acts, text);
    case "percent": return `${text}%`;
    case "of": return wordFor(words.feeBases, text);
    case "kind": return wordFor({ ...words.promises, ...words.fees }, text);
    case "per": return wordFor(words.per, text);
    case "need": return needText(text, words);
    case "lacking": return wordFor(words.lacking, text);
    case "condition": return wordFor(words.conditions, text);
    case "model": return wordFor(words.models, text);
    default: return text;
  }
}

/** The differences as text, clause by clause, with a count at the end. */
export function diffText(differences: readonly Difference[], words: Words = english): string {
  if (!differences.length) return `${words.diff.none}\n`;
  const blocks = differences.map(({ change, clause, lines }) => [`${words.diff[change]}: ${clause ?? words.diff.policy}`, ...lines.map((line) => `  ${line}`)].join("\n"));
  const counts = (["added", "gone", "changed"] as const).map((change) => fill(words.diff.count[change], { n: differences.filter((one) => one.change === change && one.clause !== undefined).length }));
  return `${blocks.join("\n\n")}\n\n${counts.join(", ")}.\n`;
}
