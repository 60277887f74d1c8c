/** Decisions at growing ages as rows: neighbouring ages at which a remedy has the same terms become one. */
import type { Decision, Fee, RemedyAnswer } from "../decision.ts";
import type { Remedy } from "../policy.ts";
import type { Age } from "./ordinaryClaim.ts";

/** What one remedy is from one age to another. `setting` names what is not set where the policy gives no answer. */
export type Row = Readonly<{
  remedy: Remedy; after?: string; upTo?: string; registered: boolean; status: RemedyAnswer["status"] | "undetermined"; setting?: string;
  withShipping: boolean; replacement?: RemedyAnswer["replacement"]; freight: RemedyAnswer["freight"]; fees: readonly Pick<Fee, "kind" | "because">[]; times?: number; because: readonly string[];
}>;

type Terms = Omit<Row, "after" | "upTo" | "because"> & Readonly<{ because: readonly string[] }>;
type At = Readonly<{ age: Age; decision: Decision }>;

const termsOf = (answer: RemedyAnswer, registered: boolean): Terms => ({
  remedy: answer.remedy, registered, status: answer.status, withShipping: answer.refundsOriginalShipping === true, ...(answer.replacement ? { replacement: answer.replacement } : {}), freight: answer.freight,
  fees: [...answer.deductions, ...answer.charges].map(({ kind, because }) => ({ kind, because })), ...(answer.times ? { times: answer.times } : {}), because: answer.because,
});

function allTerms(decision: Decision, registered: boolean): Terms[] {
  const unsaid = (decision.undetermined ?? []).map(({ remedy, setting, because }): Terms => ({ remedy, registered, status: "undetermined", setting, withShipping: false, freight: { return: "none", outbound: "none" }, fees: [], because }));
  return [...decision.remedies.map((answer) => termsOf(answer, registered)), ...unsaid];
}

/** The same terms, whichever clauses give them and whether or not the item is registered. */
const keyOf = ({ because: _, registered: __, ...terms }: Terms): string => JSON.stringify(terms);

/** Rows of the plain claims, then those that only a registered item has. */
export function rowsOf(plain: readonly At[], registered: readonly At[]): Row[] {
  const base = plain.map(({ age, decision }) => ({ age, terms: allTerms(decision, false) }));
  const extra = registered.map(({ age, decision }, i) => {
    const known = new Set(base[i]?.terms.map(keyOf));
    return { age, terms: allTerms(decision, true).filter((terms) => !known.has(keyOf(terms))) };
  });
  return [...merged(base), ...merged(extra)];
}

function merged(ages: readonly Readonly<{ age: Age; terms: readonly Terms[] }>[]): Row[] {
  const rows: { key: string; last: number; row: Row }[] = [];
  ages.forEach(({ age, terms }, i) => {
    for (const one of terms) {
      const key = keyOf(one), open = rows.find((r) => r.key === key && r.last === i - 1);
      if (!open) rows.push({ key, last: i, row: { ...one, ...(i > 0 && age.after ? { after: age.after } : {}), ...(age.upTo ? { upTo: age.upTo } : {}) } });
      else {
        const { upTo: _, ...row } = open.row;
        open.last = i;
        open.row = { ...row, ...(age.upTo ? { upTo: age.upTo } : {}), because: [...new Set([...row.because, ...one.because])] };
      }
    }
  });
  const order = [...new Set(rows.map((r) => r.row.remedy))];
  return rows.map((r) => r.row).sort((a, b) => order.indexOf(a.remedy) - order.indexOf(b.remedy));
}
