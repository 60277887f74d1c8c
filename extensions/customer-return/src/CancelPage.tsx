import { useState } from "preact/hooks";
import type { CancelOrderBody, CustomerOrder, RequestAnswer } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { numberOf } from "../../numberOf.ts";
import { Failed } from "../../account/Failed.tsx";
import { Shown } from "../../account/Shown.tsx";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { OrderPage } from "./OrderPage.tsx";

/** Cancels the whole order, while the policy allows it. */
export function CancelPage({ orderId }: { orderId: string }) {
  const answer = useAsked(ask<CustomerOrder>, `orders/${numberOf(orderId)}`);
  return (
    <OrderPage heading={t("cancelHeading")} subheading={answer.asked?.value ? t("order", { name: answer.asked.value.name }) : ""} orderId={orderId}>
      <Shown answer={answer}>{({ cancel }) => <s-section>{cancel ? <Cancel orderId={orderId} cancel={cancel} /> : <s-text>{t("cancelOver")}</s-text>}</s-section>}</Shown>
    </OrderPage>
  );
}

function Cancel({ orderId, cancel }: { orderId: string; cancel: NonNullable<CustomerOrder["cancel"]> }) {
  // One key for this page: pressed twice, it is one cancellation.
  const [key] = useState(() => crypto.randomUUID());
  const [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    const body: CancelOrderBody = { key };
    const { value, failure: why } = await ask<RequestAnswer>(`orders/${numberOf(orderId)}/cancel`, { body });
    setSending(false);
    setFailure(why ?? null);
    if (value) navigation.navigate(`extension:/case/${numberOf(value.rma.rmaId)}`, { history: "replace" });
  };
  return (
    <s-stack gap="base">
      {cancel.refund && <s-text type="strong">{t("cancelRefund", { amount: cancel.refund.text })}</s-text>}
      {cancel.deductions.map(({ kind, label, amount }) => <s-text key={kind}>{amount ? t("amount", { label, amount: amount.text }) : t("feeLater", { label })}</s-text>)}
      {cancel.until && <s-text>{t("cancelUntil", { day: cancel.until.text })}</s-text>}
      {cancel.sentences.map(({ text }) => <s-text key={text}>{text}</s-text>)}
      {failure && <Failed failure={failure} />}
      <s-box><s-button variant="primary" tone="critical" loading={isSending} onClick={() => void send()}>{t("cancelOrder")}</s-button></s-box>
    </s-stack>
  );
}
