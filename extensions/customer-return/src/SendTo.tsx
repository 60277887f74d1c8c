import { useState } from "preact/hooks";
import type { CustomerRma, RequestAnswer, SentBody } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { Failed } from "../../account/Failed.tsx";
import { valueIn } from "../../account/heard.ts";
import { t } from "../../account/words.ts";

type Props = { readonly rmaId: string; readonly rma: CustomerRma; readonly send: NonNullable<CustomerRma["send"]>; readonly onSaid: (answer: RequestAnswer) => void };

/** Where and how to send it: address, packing slip, who pays, until when; then the tracking number. */
export function SendTo({ rmaId, rma, send, onSaid }: Props) {
  return (
    <s-section heading={t("sendTo")}>
      <s-stack gap="base">
        <s-stack gap="none">{send.address.map((text, i) => <s-text key={i}>{text}</s-text>)}</s-stack>
        {send.by && <s-text type="strong">{t("sendBy", { day: send.by.text })}</s-text>}
        <s-text>{send.paidByText}</s-text>
        {send.instructions.length > 0 && <s-unordered-list>{send.instructions.map((text) => <s-list-item key={text}>{text}</s-list-item>)}</s-unordered-list>}
        {rma.slip && <s-box><s-button href={rma.slip.url} target="_blank">{t("slip")}</s-button></s-box>}
        {send.tracking && <s-text>{t("trackingIs", { tracking: send.tracking })}</s-text>}
        {rma.maySayTracking && <Tracking rmaId={rmaId} onSaid={onSaid} />}
      </s-stack>
    </s-section>
  );
}

function Tracking({ rmaId, onSaid }: Pick<Props, "rmaId" | "onSaid">) {
  const [tracking, setTracking] = useState(""), [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  const say = async (): Promise<void> => {
    setSending(true);
    const body: SentBody = tracking.trim() ? { tracking: tracking.trim() } : {};
    const { value, failure: why } = await ask<RequestAnswer>(`rmas/${rmaId}/sent`, { body });
    setSending(false);
    setFailure(why ?? null);
    if (value) onSaid(value);
  };
  return (
    <s-stack gap="small">
      <s-text-field label={t("tracking")} maxLength={100} value={tracking} onInput={(event: Event) => setTracking(valueIn(event))} />
      {failure && <Failed failure={failure} />}
      <s-box><s-button loading={isSending} onClick={() => void say()}>{t("sentIt")}</s-button></s-box>
    </s-stack>
  );
}
