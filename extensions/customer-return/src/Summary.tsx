import { useState } from "preact/hooks";
import type { ApiQuote, AskedLine, CustomerOrder, RequestAnswer, RequestBody } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { numberOf } from "../../numberOf.ts";
import { Failed } from "../../account/Failed.tsx";
import { host } from "../../account/host.ts";
import { t } from "../../account/words.ts";
import { askedOf, type Draft } from "./draft.ts";
import type { Quoted } from "./useQuote.ts";

type Props = { readonly order: CustomerOrder; readonly draft: Draft; readonly quoted: Quoted; readonly again: () => void; readonly onSent: () => Promise<void> };

/** What is asked for, with its sum, and the button that sends it. */
export function Summary({ order, draft, quoted, again, onSent }: Props) {
  const [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  const { quote, isAsking } = quoted, missing = missingIn(draft, quote);
  const send = async (): Promise<void> => {
    if (isSending || isAsking || missing) return;
    setSending(true);
    const lines: AskedLine[] = draft.entries.flatMap((entry) => askedOf(entry, true) ?? []), body: RequestBody = { key: draft.key, lines };
    const { value, failure: why } = await ask<RequestAnswer>(`orders/${numberOf(order.orderId)}/request`, { body });
    setSending(false);
    setFailure(why ?? null);
    if (why?.decision) quoted.show(why.decision);
    if (!value) return;
    await onSent();
    void host().toast.show(t("sent", { number: value.rma.number }));
    navigation.navigate(`extension:/case/${numberOf(value.rma.rmaId)}`, { history: "replace" });
  };
  return (
    <s-section heading={t("summary")}>
      <s-stack gap="base">
        {quote && <Chosen order={order} quote={quote} />}
        {quoted.failure && <Failed failure={quoted.failure} again={quoted.again} />}
        {failure && <Failed failure={failure} {...(failure.code === "conflict" ? { again } : {})} />}
        {missing && <s-text color="subdued">{missing}</s-text>}
        <s-button variant="primary" inlineSize="fill" loading={isSending} disabled={isAsking || missing !== null} onClick={() => void send()}>{t("send")}</s-button>
      </s-stack>
    </s-section>
  );
}

/** What still has to be said before it can be sent; null when nothing has. */
function missingIn({ entries }: Draft, quote: ApiQuote | null): string | null {
  if (entries.some(({ reason }) => reason === null)) return t("missingReason");
  if (entries.some(({ reason, note }) => reason === "other" && note.trim() === "")) return t("missingNote");
  if (!quote) return "";
  if (quote.lines.some(({ outcome }) => outcome === "declined")) return t("declinedIn");
  return quote.ready ? null : t("missingAnswers");
}

function Chosen({ order, quote }: { order: CustomerOrder; quote: ApiQuote }) {
  const titleOf = (lineId: string): string => order.lines.find((line) => line.lineId === lineId)?.title ?? "";
  return (
    <s-stack gap="small-300">
      {quote.lines.map((line, i) => {
        const chosen = line.remedies.find(({ remedy }) => remedy === line.chosen);
        return (
          <s-grid key={i} gridTemplateColumns="1fr auto" gap="base">
            <s-text>{t("units", { count: line.quantity, title: titleOf(line.lineId) })}</s-text>
            <s-text>{chosen ? (chosen.amount ? t("amount", { label: chosen.label, amount: chosen.amount.text }) : chosen.label) : "–"}</s-text>
          </s-grid>
        );
      })}
      {quote.totals.filter(({ refund }) => Number(refund.amount) > 0).map(({ refund }) => (
        <s-grid key={refund.currency} gridTemplateColumns="1fr auto" gap="base"><s-text type="strong">{t("total")}</s-text><s-text type="strong">{refund.text}</s-text></s-grid>
      ))}
    </s-stack>
  );
}
