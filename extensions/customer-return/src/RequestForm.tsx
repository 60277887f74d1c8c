import { useState } from "preact/hooks";
import type { CustomerOrder } from "../../../app/api.ts";
import { t } from "../../account/words.ts";
import { Cases } from "./Cases.tsx";
import { askedOf, type Entry } from "./draft.ts";
import { EntryCard } from "./EntryCard.tsx";
import { Items } from "./Items.tsx";
import { mergedQuestions } from "./questions.ts";
import { Summary } from "./Summary.tsx";
import { useDraft } from "./useDraft.ts";
import { useQuote } from "./useQuote.ts";

type Props = { readonly order: CustomerOrder; readonly again: () => void; readonly line: string | null; readonly reason: string | null };

/** Items with what is wrong, what each would get, what is asked for, and the sum of it. */
export function RequestForm({ order, again, line, reason }: Props) {
  const { draft, change, drop } = useDraft(order, { line, reason });
  const [isOver, setOver] = useState(false);
  const entries = draft?.entries ?? [], ready = entries.filter((entry) => entry.reason !== null);
  const lines = ready.flatMap((entry) => askedOf(entry, entry.reason === "other") ?? []);
  const quoted = useQuote(order.orderId, lines, (quote) => {
    const told = (entry: Entry) => quote.lines.filter(({ asked }) => asked === ready.findIndex(({ id }) => id === entry.id));
    change((now) => now.map((entry) => ({ ...entry, questions: mergedQuestions(entry.questions, entry.facts, told(entry)) })));
  });
  if (!draft || isOver) return <s-spinner accessibilityLabel={t("loading")} />;
  const quotedOf = (entry: Entry) => quoted.quote?.lines.filter(({ asked }) => ready[asked]?.id === entry.id) ?? [];
  return (
    <s-stack gap="large">
      {order.rmas.length > 0 && entries.length === 0 && <Cases rmas={order.rmas} />}
      {entries.map((entry) => (
        <EntryCard key={entry.id} order={order} entry={entry} entries={entries} quoted={quotedOf(entry)} isAsking={quoted.isAsking}
          onChange={(next) => change((now) => now.map((one) => (one.id === entry.id ? { ...one, ...next } : one)))} onRemove={() => change((now) => now.filter(({ id }) => id !== entry.id))} />
      ))}
      <Items order={order} entries={entries} onAdd={(entry) => change((now) => [...now, entry])} />
      {entries.length > 0 && <Summary order={order} draft={draft} quoted={quoted} again={again} onSent={async () => { setOver(true); await drop(); }} />}
    </s-stack>
  );
}
