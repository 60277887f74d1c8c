/** The tables of what a customer can have: by item class, reason and age; before delivery; by where the item was bought. */
import { capital, fill, listed, wordFor } from "../explain/inWords.ts";
import { matrix, type Answered, type ClassRows, type Matrix, type ReasonRows } from "../matrix.ts";
import { ageText, feesText, getsText, legText, remedyText } from "../matrix/rowWords.ts";
import type { PolicyInForce } from "../readings.ts";
import type { Words } from "../words.en.ts";
import { cell, clauseLinks, heading, tableSection, type Block, type Cell } from "./blocks.ts";

export function answerBlocks(inForce: PolicyInForce, words: Words): Block[] {
  const found = matrix(inForce), { cases } = words.page;
  return [
    heading(2, "answers", cases.title),
    { kind: "text", inline: [cases.lead, ...(found.mixesEvents ? [` ${cases.purchase}`] : [])] },
    ...found.classes.flatMap((one) => classBlocks(one, found, inForce, words)),
    ...cancelBlocks(found.cancel, words), ...channelBlocks(found, words),
  ];
}

/** "New, refurbished": the classes that are answered alike. */
export function classesText(classes: readonly string[], { classes: all }: Matrix, words: Words): string {
  if (all.length === 1) return words.page.cases.sameForAll;
  return capital(listed(classes.map((name) => wordFor(words.facts.class.is ?? {}, name)), words));
}

export const reasonsText = ({ reasons }: ReasonRows, words: Words): string => capital(reasons.map((name) => wordFor(words.reasons, name)).join("; "));

function classBlocks({ classes, reasons }: ClassRows, found: Matrix, inForce: PolicyInForce, words: Words): Block[] {
  const { cases } = words.page, title = classesText(classes, found, words);
  const head = [words.facts.reason.label, cases.remedy, cases.age, cases.gets, cases.inbound, cases.outbound, cases.fees, cases.clauses].map(capital);
  return [heading(3, `answers-${classes.join("-")}`, title), { kind: "table", caption: title, head, rows: reasons.flatMap((one) => reasonCells(one, inForce, words)) }];
}

function reasonCells(one: ReasonRows, inForce: PolicyInForce, words: Words): Cell[][] {
  const { cases } = words.page, reason = { text: reasonsText(one, words), strong: true } as const, dash = cell(cases.legNone);
  if (!one.rows.length) {
    return [[cell(reason), cell(cases.nothing), cell(capital(words.page.ages.any)), cell(one.nothing ? fill(words.sentences.voices.customer.restated, { says: one.nothing.says }) : cases.silent), dash, dash, dash, cell(...clauseLinks(one.nothing?.because ?? []))]];
  }
  return one.rows.map((row, i) => [
    i ? { inline: [reason], covered: true } : { inline: [reason], rows: one.rows.length },
    cell(remedyText(row, words)), cell(capital(ageText(row, words))), cell(getsText(row, inForce, words)), cell(capital(legText(row.freight.return, words))), cell(capital(legText(row.freight.outbound, words))),
    cell(capital(feesText(row, inForce, words) || (row.status === "undetermined" ? cases.legNone : cases.noFees))), cell(...clauseLinks(row.because)),
  ]);
}

function cancelBlocks(cancel: readonly Answered[], words: Words): Block[] {
  const w = words.page.cancel;
  const rows = cancel.map(({ of, decision }) => {
    const [first] = decision.remedies, because = first?.because ?? decision.declined[0]?.because ?? [];
    const fees = first ? [...first.deductions, ...first.charges].map((fee) => wordFor(words.fees, fee.kind)) : [];
    const open = first && first.status === "open" ? (fees.length ? fill(w.lessFees, { fees: listed(fees, words) }) : w.refund) : undefined;
    const text = open ?? (first ? words.statuses[first.status] : (decision.declined[0]?.says ?? words.statuses.needs_human));
    return [cell(capital(wordFor(words.facts.status.is ?? {}, of))), cell(capital(text)), cell(...clauseLinks(because))];
  });
  return tableSection("cancelling", w.title, [w.state, w.answer, words.page.cases.clauses], rows);
}

function channelBlocks({ channels }: Matrix, words: Words): Block[] {
  const w = words.page.channels, first = channels[0];
  if (!first) return [];
  const answer = ({ decision }: Answered): Cell => {
    const names = decision.remedies.map((one) => (one.status === "open" ? words.remedies[one.remedy] : `${words.remedies[one.remedy]} (${words.statuses[one.status]})`));
    if (names.length) return cell(names.join(", "));
    const refusal = decision.declined[0];
    return refusal ? cell(`${words.page.cases.nothing}. ${fill(words.sentences.voices.customer.restated, { says: refusal.says })} `, ...clauseLinks(refusal.because)) : cell(words.page.cases.silent);
  };
  const rows = channels.map(({ channel, byReason }) => [cell(capital(wordFor(words.facts.channel.is ?? {}, channel))), ...byReason.map(answer)]);
  return [heading(2, "channels", w.title), { kind: "text", inline: [w.lead] }, { kind: "table", caption: w.title, head: [w.channel, ...first.byReason.map(({ of }) => capital(wordFor(words.reasons, of)))], rows }];
}
