import type { ApiQuestion } from "../../../app/api.ts";
import { firstIn, valueIn } from "../../account/heard.ts";
import { t } from "../../account/words.ts";
import type { Entry } from "./draft.ts";
import { answerTo, withAnswer } from "./questions.ts";

/** What the policy wants to know of the item. */
export function Questions({ entry, onChange }: { entry: Entry; onChange: (change: Partial<Entry>) => void }) {
  const answered = ({ field, need }: ApiQuestion) => (answer: string): void => onChange({ facts: withAnswer(entry.facts, field, need, answer) });
  return <>{entry.questions.map((question) => <Question key={`${question.field} ${question.need}`} question={question} answer={answerTo(entry.facts, question.field, question.need)} onAnswer={answered(question)} />)}</>;
}

type Props = { readonly question: ApiQuestion; readonly answer: string; readonly onAnswer: (answer: string) => void };

function Question({ question: { kind, label, choices, required }, answer, onAnswer }: Props) {
  const typed = (event: Event): void => onAnswer(valueIn(event).trim());
  if (kind === "day") return <s-date-field label={label} required={required} value={answer} onChange={typed} />;
  if (kind === "text") return <s-text-field label={label} required={required} value={answer} onChange={typed} />;
  const all = kind === "yesNo" ? [{ value: "true", label: t("yes") }, { value: "false", label: t("no") }] : choices;
  return (
    <s-choice-list label={label} values={answer ? [answer] : []} onChange={(event: Event) => onAnswer(firstIn(event))}>
      {all.map((choice) => <s-choice key={choice.value} value={choice.value}>{choice.label}</s-choice>)}
    </s-choice-list>
  );
}
