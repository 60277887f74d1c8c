/** What only staff are told: the facts used, the windows counted out, every clause with its place, the readings relied on. */
import { dayIn, formatDay, lastDay, parsePeriod } from "../dates.ts";
import { factOf, facts, type FactName } from "../facts.ts";
import { asList, type Clause, type Scope } from "../policy.ts";
import { sentence, type Section, type Sentence, type Telling } from "./account.ts";
import { dayText, fill, spanText, wordFor } from "./inWords.ts";
import { factText, lengthText, settingValue } from "./scopeText.ts";

/** Ids of every clause the decision cites, once each. */
export function citedIds({ decision }: Telling): readonly string[] {
  const parts = [...decision.remedies, ...decision.declined, ...(decision.undetermined ?? []), ...(decision.later ?? [])];
  const needs = decision.remedies.flatMap((r) => [...r.requires, ...(r.asks ?? []), ...r.deductions, ...r.charges].flatMap((one) => one.because).concat((r.promises ?? []).map((p) => p.clause)));
  return [...new Set([...parts.flatMap((part) => part.because), ...needs])];
}

const scopesOf = (clause: Clause): readonly Scope[] => {
  const effects = (["opens", "closes", "person", "waits", "gives", "needs", "deducts", "charges", "waives", "freight", "term", "answers"] as const).flatMap((kind) => asList(clause[kind] as Readonly<{ when?: Scope | Scope[]; unless?: Scope | Scope[] }> | undefined));
  return [clause, ...effects].flatMap((one) => [...asList(one.when), ...asList(one.unless)]);
};

/** The facts that the cited clauses look at, as the claim has them. */
export function factsSection(t: Telling): Section[] {
  const { claim, words } = t;
  if (!claim) return [];
  const about = new Map<FactName, string[]>();
  for (const id of citedIds(t)) for (const scope of scopesOf(t.clauses.get(id) ?? { id, says: "", at: "" })) for (const name of Object.keys(scope)) {
    if (Object.hasOwn(facts, name)) about.set(name as FactName, [...new Set([...(about.get(name as FactName) ?? []), id])]);
  }
  const s = words.sentences, days = dateLines(t);
  const sentences = [...about].map(([name, clauses]) => {
    const value = factOf(name, claim), said = value === undefined ? [] : typeof value === "object" ? value : [value];
    const { label, alone } = words.facts[name];
    const text = said.length ? factText(name, said, words) : `${label}: ${s.staff.factUnknown}`;
    return sentence(`${alone && said.length ? text : text} (${facts[name].path})`, clauses);
  });
  return [{ id: "facts", heading: s.headings.facts, sentences: [...days, ...sentences] }];
}

const dates = [["request", "askedAt"], ["purchase", "order.placedAt"], ["shipment", "order.shippedAt"], ["delivery", "item.deliveredAt"], ["registration", "item.registeredAt"], ["receipt", "sendingBack.receivedAt"], ["inspection", "inspection.at"]] as const;

/** The day of an event as the claim has it; of several parcels the last one. */
function eventDay({ claim }: Telling, event: string): string | undefined {
  switch (event) {
    case "request": return claim?.askedAt;
    case "purchase": return claim?.order.placedAt;
    case "shipment": return claim?.order.shippedAt;
    case "delivery": return claim?.item.deliveredAt?.toSorted().at(-1);
    case "registration": return claim?.item.registeredAt;
    case "receipt": return claim?.sendingBack?.receivedAt;
    case "inspection": return claim?.inspection?.at;
    default: return undefined;
  }
}

const dateLines = (t: Telling): Sentence[] => dates.flatMap(([event, path]) => {
  const day = eventDay(t, event);
  return day === undefined ? [] : [sentence(`${wordFor(t.words.events, event)}: ${dayText(day, t.words)} (${path})`)];
});

type Counted = Readonly<{ span: string | Readonly<{ setting: string }>; event: string; name?: string }>;

/** The periods of cited clauses, each counted from its event. */
export function timeSection(t: Telling): Section[] {
  const sentences = [...new Set([...t.decision.remedies, ...t.decision.declined].flatMap((part) => part.because))].flatMap((id) => {
    const clause = t.clauses.get(id);
    const counted: Counted[] = [...asList(clause?.opens).flatMap((e) => (e.within === undefined ? [] : [{ span: e.within, event: e.from ?? "delivery" }])), ...asList(clause?.term).flatMap((e) => (e.after === undefined ? [{ span: e.period, event: e.from ?? "delivery", name: e.name }] : []))];
    return [...new Set(counted.map((one) => countedText(t, one)))].map((text) => sentence(text, [id]));
  });
  return sentences.length ? [{ id: "time", heading: t.words.sentences.headings.time, sentences }] : [];
}

function countedText(t: Telling, { span, event, name }: Counted): string {
  const { staff } = t.words.sentences, conventions = t.inForce.conventions;
  const own = typeof span === "object" ? t.claim?.settings?.[span.setting] : undefined;
  const period = parsePeriod(typeof span === "string" ? span : typeof own === "string" ? own : settingValue(t.inForce, span.setting));
  const text = typeof own === "string" ? spanText(own) : lengthText(span, t.inForce, t.words);
  const start = eventDay(t, event), values = { name: name === undefined ? "" : wordFor({}, name), period: text, event: wordFor(t.words.events, event), start: start ? dayText(start, t.words) : "" };
  if (!start || !period || period.hours || !t.claim) return fill(staff.windowOpen, values);
  const zone = conventions.zone === "utc" ? "UTC" : conventions.zone === "merchant" ? (t.inForce.policy.zone ?? "UTC") : t.claim.zone;
  const end = dayText(formatDay(lastDay(dayIn(start, zone), period, conventions)), t.words);
  return fill(name === undefined ? staff.window : staff.term, { ...values, end });
}

export function clauseSection(t: Telling): Section {
  const { staff, headings } = t.words.sentences;
  return {
    id: "clauses", heading: headings.clauses,
    sentences: citedIds(t).flatMap((id) => {
      const clause = t.clauses.get(id);
      if (!clause) return [];
      const text = fill(staff.clause, { at: clause.at, says: clause.says });
      return [sentence([text, ...(clause.note ? [fill(staff.note, { note: clause.note })] : []), ...(clause.decidedBy === "person" ? [staff.person] : [])].join(" "), [id])];
    }),
  };
}

/** The readings the decision rests on: the option that holds, and why. */
export function readingSection(t: Telling): Section[] {
  const { staff, headings } = t.words.sentences;
  const sentences = t.decision.readings.flatMap((id) => {
    const reading = t.inForce.policy.readings?.find((one) => one.id === id);
    const letter = t.inForce.chosen[id] ?? reading?.recommended ?? "";
    const option = reading?.options[letter];
    const end = (text: string): string => (/[.!?:]$/.test(text) ? text : `${text}.`);
    return reading && option ? [sentence(`${id}: ${fill(staff.reading, { title: end(reading.title), letter, says: end(option.says), reason: reading.reason })}`, reading.clauses)] : [];
  });
  return sentences.length ? [{ id: "readings", heading: headings.readings, sentences }] : [];
}
