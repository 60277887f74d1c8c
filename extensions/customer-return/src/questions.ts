import type { ApiQuestion, ApiQuotedLine, AskedFacts } from "../../../app/api.ts";

const idOf = ({ field, need }: ApiQuestion): string => `${field} ${need ?? ""}`;

/** What the customer answered, as a choice's value; "" where nothing was. */
export function answerTo(facts: AskedFacts, field: keyof AskedFacts, need: string | null): string {
  if (field === "confirmed") return need === null || facts.confirmed?.[need] === undefined ? "" : String(facts.confirmed[need]);
  return facts[field] === undefined ? "" : String(facts[field]);
}

const yesNo: ReadonlySet<keyof AskedFacts> = new Set(["complete", "deviceUnboundAndReset", "originalBuyer"]);

/** The facts with an answer; an empty text takes it back. */
export function withAnswer(facts: AskedFacts, field: keyof AskedFacts, need: string | null, answer: string): AskedFacts {
  if (field === "confirmed") return need === null ? facts : { ...facts, confirmed: { ...facts.confirmed, [need]: answer === "true" } };
  if (answer === "") return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== field)) as AskedFacts;
  return { ...facts, [field]: yesNo.has(field) ? answer === "true" : answer };
}

/** Questions to show: those that were answered stay in their place, new ones come after them. */
export function mergedQuestions(known: readonly ApiQuestion[], facts: AskedFacts, quoted: readonly ApiQuotedLine[]): readonly ApiQuestion[] {
  const now = quoted.flatMap(({ questions }) => questions).filter((question, i, all) => all.findIndex((other) => idOf(other) === idOf(question)) === i);
  const stay = known.filter((question) => answerTo(facts, question.field, question.need) !== "" || now.some((one) => idOf(one) === idOf(question)));
  return [...stay, ...now.filter((question) => !stay.some((one) => idOf(one) === idOf(question)))];
}

/** What ticking a box says: boxes of a field with words stand for the word that the need asks for. */
export const tickedAnswer = (field: keyof AskedFacts, isTicked: boolean): string => {
  if (field === "packaging") return isTicked ? "original" : "missing";
  if (field === "state") return isTicked ? "sealed" : "opened";
  return String(isTicked);
};

/** Whether the box of a piece of evidence is ticked. */
export const isConfirmed = (facts: AskedFacts, field: keyof AskedFacts, need: string): boolean => answerTo(facts, field, need) === tickedAnswer(field, true);
