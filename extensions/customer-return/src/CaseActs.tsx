import { useState } from "preact/hooks";
import type { CustomerRma, RequestAnswer } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { Failed } from "../../account/Failed.tsx";
import { host } from "../../account/host.ts";
import { t } from "../../account/words.ts";

type Props = { readonly rmaId: string; readonly rma: CustomerRma; readonly onDone: (answer: RequestAnswer) => void };

/** Taking a request back, as long as that is possible; asked once more before it is done. */
export function CaseActs({ rmaId, rma, onDone }: Props) {
  const [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  if (!rma.mayCancel) return null;
  const cancel = async (): Promise<void> => {
    setSending(true);
    const { value, failure: why } = await ask<RequestAnswer>(`rmas/${rmaId}/cancel`, { body: {} });
    setSending(false);
    setFailure(why ?? null);
    if (!value) return;
    void host().toast.show(t("takenBack"));
    onDone(value);
  };
  return (
    <s-stack gap="base">
      {failure && <Failed failure={failure} />}
      <s-box><s-button tone="critical" loading={isSending} commandFor="take-back" command="--show">{t("takeBack")}</s-button></s-box>
      <s-modal id="take-back" heading={t("takeBackSure", { number: rma.number })}>
        <s-paragraph>{t("takeBackHelp")}</s-paragraph>
        <s-button slot="primary-action" tone="critical" commandFor="take-back" command="--hide" onClick={() => void cancel()}>{t("takeBack")}</s-button>
        <s-button slot="secondary-actions" commandFor="take-back" command="--hide">{t("keepIt")}</s-button>
      </s-modal>
    </s-stack>
  );
}
