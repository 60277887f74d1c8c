/** The document itself: every clause by section under its id, the readings chosen with their reasons, the settings. */
import { capital, fill } from "../explain/inWords.ts";
import type { Clause } from "../policy.ts";
import type { PolicyInForce } from "../readings.ts";
import type { Words } from "../words.en.ts";
import { cell, clauseLinks, heading, tableSection, type Block, type Inline } from "./blocks.ts";

/** At depth 2, "Warranty › 1. Period › Note" stands in section "Warranty › 1. Period" at place "Note". */
function parted({ at }: Clause, depth: number): Readonly<{ section: string; place: string }> {
  const parts = at.split(" › ");
  return { section: parts.slice(0, depth).join(" › "), place: parts.slice(depth).join(" › ") };
}

/** Documents in several parts are split by those; a document of one or two parts by what is under them. */
const depthOf = (clauses: readonly Clause[]): number => (new Set(clauses.map((clause) => parted(clause, 1).section)).size > 2 ? 1 : 2);

export function clauseBlocks(inForce: PolicyInForce, words: Words): Block[] {
  const bySection = new Map<string, Clause[]>();
  const depth = depthOf(inForce.clauses);
  for (const clause of inForce.clauses) {
    const { section } = parted(clause, depth);
    bySection.set(section, [...(bySection.get(section) ?? []), clause]);
  }
  const sections = [...bySection].flatMap(([section, clauses], i): Block[] => [heading(3, `section-${i + 1}`, section), ...clauses.map((clause) => clauseBlock(clause, parted(clause, depth).place, inForce, words))]);
  return [heading(2, "clauses", words.page.clauses.title), ...sections];
}

function clauseBlock(clause: Clause, place: string, inForce: PolicyInForce, words: Words): Block {
  const w = words.page.clauses;
  const givesWayTo = inForce.clauses.filter((other) => other.overrides?.includes(clause.id)).map((other) => other.id);
  const readBy = (inForce.policy.readings ?? []).filter((reading) => reading.clauses.includes(clause.id)).map((reading) => reading.id);
  const linked = (template: string, links: readonly Inline[]): Inline[] => {
    const [before = "", after = ""] = template.split("{ids}");
    return [before, ...links, after];
  };
  const remarks: (readonly Inline[])[] = [
    ...(clause.note ? [[fill(w.note, { note: clause.note })]] : []), ...(clause.decidedBy === "person" ? [[w.person]] : []),
    ...(clause.overrides?.length ? [linked(w.overrides, clauseLinks(clause.overrides))] : []), ...(givesWayTo.length ? [linked(w.overridden, clauseLinks(givesWayTo))] : []),
    ...(readBy.length ? [linked(w.read, readBy.flatMap((id, i): Inline[] => [...(i ? [", "] : []), { text: id, to: readingId(id) }]))] : []),
  ];
  return { kind: "clause", id: clause.id, place, says: clause.says, remarks };
}

const readingId = (id: string): string => `reading-${id}`;

export function readingBlocks({ policy, chosen }: PolicyInForce, words: Words): Block[] {
  const w = words.page.readings, readings = policy.readings ?? [];
  if (!readings.length) return [];
  const blocks = readings.map((reading): Block => {
    const letter = chosen[reading.id] ?? reading.recommended;
    const said = (key: string): string => `${key}: ${reading.options[key]?.says ?? ""}`;
    return {
      kind: "reading", id: readingId(reading.id), title: `${reading.id}: ${reading.title}`, chosen: said(letter), others: Object.keys(reading.options).filter((key) => key !== letter).map(said), why: reading.reason,
      clauses: clauseLinks(reading.clauses), labels: { chosen: w.chosen, other: w.other, why: w.why, about: w.about },
    };
  });
  return [heading(2, "readings", w.title), { kind: "text", inline: [w.lead] }, ...blocks];
}

export function settingBlocks({ policy }: PolicyInForce, words: Words): Block[] {
  const w = words.page.settings, settings = Object.entries(policy.settings ?? {});
  const open = settings.filter(([, setting]) => setting.value === null).map(([name, setting]) => [cell(name), cell(setting.says)]);
  const made = settings.filter(([, setting]) => setting.value !== null).map(([name, setting]) => [cell(name), cell(setting.says), cell(String(setting.value))]);
  const title = tableSection("settings", w.title, [w.name, capital(words.diff.says)], open);
  return [...title.slice(0, 1), ...(open.length ? [{ kind: "text", inline: [w.lead] } as const] : []), ...title.slice(1), ...tableSection("settings-made", w.made, [w.name, capital(words.diff.says), w.value], made)];
}
