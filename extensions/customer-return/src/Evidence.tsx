import type { ApiEvidence, ApiQuotedLine, CustomerOrder } from "../../../app/api.ts";
import { isTicked, valueIn } from "../../account/heard.ts";
import { t } from "../../account/words.ts";
import type { Entry } from "./draft.ts";
import { answerTo, isConfirmed, tickedAnswer, withAnswer } from "./questions.ts";
import { Uploads } from "./Uploads.tsx";

type Props = { readonly order: CustomerOrder; readonly quoted: readonly ApiQuotedLine[]; readonly entry: Entry; readonly onChange: (change: Partial<Entry>) => void };

/** What the policy asks for: files, confirmations, and what comes later by itself. */
export function Evidence({ order, quoted, entry, onChange }: Props) {
  const asked = new Set(entry.questions.map(({ field, need }) => `${field} ${need ?? ""}`));
  const evidence = quoted.flatMap((line) => line.evidence).filter((one, i, all) => all.findIndex(({ need }) => need === one.need) === i)
    .filter(({ field, need }) => field === null || (!asked.has(`${field} ${need}`) && !asked.has(`${field} `)));
  const files = evidence.filter(({ how }) => how === "photos" || how === "video" || how === "photosOrVideo");
  const confirms = evidence.filter(({ how, field }) => how === "confirm" && field !== null), toRead = evidence.filter(({ how }) => how === "later");
  if (evidence.length === 0) return null;
  return (
    <s-stack gap="base">
      {files.length > 0 && <Uploads orderId={order.orderId} needs={files} entry={entry} onChange={onChange} />}
      {confirms.map((one) => <Confirmed key={one.need} evidence={one} entry={entry} onChange={onChange} />)}
      {toRead.length > 0 && <s-stack gap="small-300"><s-text type="strong">{t("whenSending")}</s-text>{toRead.map(({ need, label }) => <s-text key={need}>{label}</s-text>)}</s-stack>}
    </s-stack>
  );
}

function Confirmed({ evidence: { need, label, field, required }, entry, onChange }: { evidence: ApiEvidence; entry: Entry; onChange: (change: Partial<Entry>) => void }) {
  if (field === null) return null;
  const put = (answer: string): void => onChange({ facts: withAnswer(entry.facts, field, need, answer) });
  if (field === "serial") return <s-text-field label={label} required={required} value={answerTo(entry.facts, field, need)} onChange={(event: Event) => put(valueIn(event).trim())} />;
  return <s-checkbox label={label} checked={isConfirmed(entry.facts, field, need)} onChange={(event: Event) => put(tickedAnswer(field, isTicked(event)))} />;
}
