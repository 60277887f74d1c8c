/** An answer as one text without what it cites, so that decide's and the hand-written function's can be compared whole. */

/** Clauses, their words and readings; `policy` is the same for every claim of the bench. */
const citations: ReadonlySet<string> = new Set(["because", "clause", "says", "readings", "policy"]);

/** Needs by name; lists whose order says nothing, in one order; fields that are not there, left out. */
function uncited(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => uncited(key === "requires" && typeof one === "object" ? (one as { need: string }).need : one)).map((one) => JSON.stringify(one)).sort();
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([name, one]) => one !== undefined && !citations.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, one]) => [name, uncited(one, name)]));
}

export const uncitedText = (answer: object): string => JSON.stringify(uncited(answer));
