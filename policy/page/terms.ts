/** The tables of a policy's terms: periods, fees, what must be supplied, what is not covered, promises, addresses, sellers. */
import { capital, fill, listed, needText, wordFor } from "../explain/inWords.ts";
import { feeAmountText, lengthText, whereText } from "../explain/scopeText.ts";
import { asList, type Clause, type Remedy } from "../policy.ts";
import type { PolicyInForce } from "../readings.ts";
import type { Words } from "../words.en.ts";
import { cell, clauseLinks, tableSection, type Block, type Cell } from "./blocks.ts";

type Terms = Readonly<{ inForce: PolicyInForce; words: Words }>;

/** One row per effect of a kind, over all clauses. */
const rowsFor = <E>(t: Terms, effects: (clause: Clause) => readonly E[], row: (effect: E, clause: Clause) => readonly Cell[]): Cell[][] =>
  t.inForce.clauses.flatMap((clause) => effects(clause).map((effect) => [...row(effect, clause), cell(...clauseLinks([clause.id]))]));

const forText = (t: Terms, remedy: string | readonly string[] | undefined): string => {
  const names = asList<string>(remedy as string | string[] | undefined);
  return names.length && names[0] !== "all" ? capital(listed(names.map((name) => t.words.remedies[name as Remedy].toLocaleLowerCase(t.words.locale)), t.words)) : capital(t.words.page.allRemedies);
};

const where = (t: Terms, clause: Clause, effect: Parameters<typeof whereText>[1]): Cell => cell(capital(whereText(clause, effect, t.inForce, t.words) || t.words.page.always));
const eventCell = (t: Terms, event: string | undefined): Cell => cell(capital(wordFor(t.words.events, event ?? "delivery")));

function windowBlocks(t: Terms): Block[] {
  const w = t.words.page.windows, length = (span: Parameters<typeof lengthText>[0]): string => lengthText(span, t.inForce, t.words);
  const opened = rowsFor(t, (c) => asList(c.opens).filter((e) => e.within !== undefined || e.during !== undefined), (e, clause) => {
    const parts = [e.after === undefined ? "" : fill(w.after, { period: length(e.after) }), e.within === undefined ? "" : length(e.within), e.during === undefined ? "" : fill(w.during, { term: wordFor({}, e.during) })].filter(Boolean);
    return [cell(forText(t, e.remedy)), cell(capital(parts.join(", "))), e.within === undefined && e.after === undefined ? cell("–") : eventCell(t, e.from), where(t, clause, e)];
  });
  const granted = rowsFor(t, (c) => asList(c.term), (e, clause) => [
    cell(capital(fill(w.term, { name: wordFor({}, e.name) }))), cell(e.after === undefined ? length(e.period) : capital(fill(w.followed, { period: length(e.period), term: wordFor({}, e.after) }))), e.after === undefined ? eventCell(t, e.from) : cell("–"), where(t, clause, e),
  ]);
  return tableSection("periods", w.title, [w.subject, w.period, w.from, w.where, w.clause], [...opened, ...granted]);
}

function feeBlocks(t: Terms): Block[] {
  const w = t.words.page.fees, amount = (fee: Parameters<typeof feeAmountText>[0]): Cell => cell(capital(feeAmountText(fee, t.inForce, t.words)));
  const name = (kind: string): Cell => cell(capital(wordFor(t.words.fees, kind)));
  const rows = [
    ...rowsFor(t, (c) => asList(c.deducts), (e, clause) => [name(e.kind), amount(e), cell(capital(w.deducted)), cell(forText(t, e.for ?? "refund")), where(t, clause, e)]),
    ...rowsFor(t, (c) => asList(c.charges), (e, clause) => [name(e.kind), amount(e), cell(capital(w.charged)), cell(forText(t, e.for)), where(t, clause, e)]),
    ...rowsFor(t, (c) => asList(c.waives), (e, clause) => [cell(capital(listed(asList(e.kind).map((kind) => wordFor(t.words.fees, kind)), t.words))), cell("–"), cell(capital(w.waived)), cell(forText(t, e.for)), where(t, clause, e)]),
  ];
  return tableSection("fees", w.title, [w.kind, w.amount, w.how, w.remedy, w.where, w.clause], rows);
}

function needBlocks(t: Terms): Block[] {
  const w = t.words.page.needs;
  const rows = rowsFor(t, (c) => asList(c.needs), (e, clause) => [cell(capital(listed(asList(e.need).map((need) => needText(need, t.words)), t.words))), cell(forText(t, e.for)), cell(capital(wordFor(t.words.lacking, e.lacking ?? "asks"))), where(t, clause, e)]);
  return tableSection("supply", w.title, [w.need, w.remedy, w.lacking, w.where, w.clause], rows);
}

/** Causes and findings at which a clause closes remedies. */
function excludedBlocks(t: Terms): Block[] {
  const w = t.words.page.excluded;
  const causes = (scopes: Clause["when"]): string[] => asList(scopes).flatMap((scope) => asList(scope.finding)).map((word) => wordFor(t.words.findings, String(word)));
  const rows = rowsFor(t, (c) => asList(c.closes).filter((e) => causes(c.when).length + causes(e.when).length > 0), (e, clause) => [cell(capital([...new Set([...causes(clause.when), ...causes(e.when)])].join(", "))), cell(forText(t, e.remedy))]);
  return tableSection("excluded", w.title, [w.cause, w.remedy, w.clause], rows);
}

function promiseBlocks(t: Terms): Block[] {
  const w = t.words.page.promises;
  const rows = rowsFor(t, (c) => asList(c.answers), (e) => [cell(t.words.promises[e.kind ?? "limit"]), cell(capital(e.orWithin ? fill(w.either, { a: e.within, b: e.orWithin }) : e.within)), eventCell(t, e.from), cell(forText(t, e.for))]);
  return tableSection("promises", w.title, [w.what, w.within, w.from, w.remedy, w.clause], rows);
}

function regionText(code: string, { words }: Terms): string {
  if (code === "*") return capital(words.page.addresses.elsewhere);
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(words.locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

function placeBlocks(t: Terms): Block[] {
  const a = t.words.page.addresses, s = t.words.page.sellers;
  return [
    ...tableSection("addresses", a.title, [a.country, a.address, a.clause], rowsFor(t, (c) => asList(c.returnsTo), (e) => [cell(regionText(e.country, t)), cell(e.address)])),
    ...tableSection("sellers", s.title, [s.platform, s.region, s.names, s.clause], rowsFor(t, (c) => asList(c.sellers), (e) => [cell(e.platform), cell(e.region.map((code) => regionText(code, t)).join(", ")), cell(e.names.join(", "))])),
  ];
}

export const termBlocks = (inForce: PolicyInForce, words: Words): Block[] => {
  const t = { inForce, words };
  return [...windowBlocks(t), ...feeBlocks(t), ...needBlocks(t), ...excludedBlocks(t), ...promiseBlocks(t), ...placeBlocks(t)];
};
