/** A row of the matrix in words, for the page and the terminal. */
import { unitText } from "../explain/remedySection.ts";
import { capital, fill, timesText, wordFor } from "../explain/inWords.ts";
import { feeAmountText, feeOfClause } from "../explain/scopeText.ts";
import type { PolicyInForce } from "../readings.ts";
import type { Words } from "../words.en.ts";
import type { Row } from "./rows.ts";

export const ageText = ({ after, upTo, registered }: Pick<Row, "after" | "upTo" | "registered">, words: Words): string => {
  const { ages, cases } = words.page;
  const text = fill(after && upTo ? ages.between : upTo ? ages.upTo : after ? ages.after : ages.any, { start: after ?? "", end: upTo ?? "" });
  return registered ? `${text} (${cases.registeredOnly})` : text;
};

export function remedyText(row: Row, words: Words): string {
  const status = row.status === "undetermined" ? "" : words.page.cases.status[row.status];
  return status ? `${words.remedies[row.remedy]} (${status})` : words.remedies[row.remedy];
}

/** What the customer holds in the end. */
export function getsText(row: Row, inForce: PolicyInForce, words: Words): string {
  const { gets, cases } = words.page;
  if (row.status === "undetermined") return fill(cases.undetermined, { setting: inForce.policy.settings?.[row.setting ?? ""]?.says ?? row.setting ?? "" });
  const unit = unitText(row.replacement, { words });
  const text = row.remedy === "refund" ? (row.withShipping ? gets.refundWithShipping : gets.refund) : Object.hasOwn(gets, row.remedy) ? fill(wordFor(gets, row.remedy), { what: unit }) : unit;
  return capital(row.times ? `${text}, ${words.sentences.voices.staff.times.replace("{n, times}", timesText(row.times, words)).replace(/\.$/, "").toLocaleLowerCase(words.locale)}` : text);
}

export const legText = (payer: Row["freight"]["return"], words: Words): string => words.page.legs[payer];

export function feesText(row: Pick<Row, "fees">, inForce: PolicyInForce, words: Words): string {
  const clauses = new Map(inForce.clauses.map((clause) => [clause.id, clause]));
  return row.fees.map(({ kind, because }) => {
    const fee = because.map((id) => feeOfClause(clauses.get(id), kind)).find((found) => found !== undefined);
    return fee ? `${wordFor(words.fees, kind)}: ${feeAmountText(fee, inForce, words)}` : wordFor(words.fees, kind);
  }).join("; ");
}
