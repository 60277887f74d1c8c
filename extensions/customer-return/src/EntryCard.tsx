import type { ApiQuotedLine, CustomerOrder } from "../../../app/api.ts";
import { firstIn, valueIn } from "../../account/heard.ts";
import { t } from "../../account/words.ts";
import { unitsLeft, withReason, type Entry } from "./draft.ts";
import { Evidence } from "./Evidence.tsx";
import { ItemHead } from "./ItemHead.tsx";
import { Outcome } from "./Outcome.tsx";
import { Questions } from "./Questions.tsx";

type Props = {
  readonly order: CustomerOrder; readonly entry: Entry; readonly entries: readonly Entry[]; readonly quoted: readonly ApiQuotedLine[]; readonly isAsking: boolean;
  readonly onChange: (change: Partial<Entry>) => void; readonly onRemove: () => void;
};

/** One item of the request: how many, what is wrong, what comes of it, what is needed. */
export function EntryCard({ order, entry, entries, quoted, isAsking, onChange, onRemove }: Props) {
  const line = order.lines.find(({ lineId }) => lineId === entry.lineId);
  if (!line) return null;
  const most = unitsLeft(order, entries, entry.lineId) + entry.quantity;
  return (
    <s-section accessibilityLabel={line.title}>
      <s-stack gap="large">
        <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="center">
          <ItemHead line={line} about={line.groups[0]?.stateText ?? ""} />
          <s-button accessibilityLabel={`${t("remove")}: ${line.title}`} onClick={onRemove}>{t("remove")}</s-button>
        </s-grid>
        {most > 1 && <Units quantity={entry.quantity} most={most} onChange={(quantity) => onChange({ quantity })} />}
        <s-choice-list label={t("whatIsWrong")} values={entry.reason ? [entry.reason] : []} onChange={(event: Event) => onChange(withReason(entry, firstIn(event)))}>
          {order.reasons.map((reason) => <s-choice key={reason.value} value={reason.value}>{reason.label}</s-choice>)}
        </s-choice-list>
        {isAsking && quoted.length === 0 && <s-spinner accessibilityLabel={t("loading")} />}
        <Questions entry={entry} onChange={onChange} />
        {quoted.map((one, i) => <Outcome key={i} order={order} quoted={one} entry={entry} isPart={quoted.length > 1} onChange={onChange} />)}
        {quoted.length > 0 && <Evidence order={order} quoted={quoted} entry={entry} onChange={onChange} />}
        {entry.reason && <s-text-area label={t(entry.reason === "other" ? "noteNeeded" : "note")} maxLength={300} rows={2} value={entry.note} onInput={(event: Event) => onChange({ note: valueIn(event) })} />}
      </s-stack>
    </s-section>
  );
}

function Units({ quantity, most, onChange }: { quantity: number; most: number; onChange: (quantity: number) => void }) {
  return (
    <s-select label={t("howMany")} value={String(quantity)} onChange={(event: Event) => onChange(Number(valueIn(event)) || 1)}>
      {Array.from({ length: most }, (_, i) => <s-option key={i} value={String(i + 1)}>{String(i + 1)}</s-option>)}
    </s-select>
  );
}
