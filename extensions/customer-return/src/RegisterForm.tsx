import { useState } from "preact/hooks";
import type { CustomerLine, RegisterBody, Registrations } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { Failed } from "../../account/Failed.tsx";
import { valueIn } from "../../account/heard.ts";
import { host } from "../../account/host.ts";
import { t } from "../../account/words.ts";
import { ItemHead } from "./ItemHead.tsx";

type Props = { readonly orderId: string; readonly line: CustomerLine; readonly onRegistered: () => void };

/** One product: its serial number, or that it is registered already. */
export function RegisterForm({ orderId, line, onRegistered }: Props) {
  const [serial, setSerial] = useState(""), [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    const body: RegisterBody = { orderId, lineId: line.lineId, ...(serial.trim() ? { serial: serial.trim() } : {}) };
    const { value, failure: why } = await ask<Registrations>("registrations", { body });
    setSending(false);
    setFailure(why ?? null);
    if (!value) return;
    void host().toast.show(t("registeredNow"));
    onRegistered();
  };
  return (
    <s-section accessibilityLabel={line.title}>
      <s-stack gap="base">
        <ItemHead line={line} about={line.warrantyUntil ? t("warrantyUntil", { day: line.warrantyUntil.text }) : ""} />
        {line.registered ? <s-banner tone="success" heading={t("isRegistered", { day: line.registered.on.text })}>{line.registered.serial ? t("serialIs", { serial: line.registered.serial }) : ""}</s-banner> : (
          <s-form onSubmit={() => void send()}>
            <s-stack gap="base">
              {line.registerUntil && <s-text>{t("registerBy", { day: line.registerUntil.text })}</s-text>}
              <s-text-field label={t("serialOptional")} maxLength={60} value={serial} onInput={(event: Event) => setSerial(valueIn(event))} />
              {failure && <Failed failure={failure} />}
              <s-box><s-button variant="primary" type="submit" loading={isSending}>{t("register")}</s-button></s-box>
            </s-stack>
          </s-form>
        )}
      </s-stack>
    </s-section>
  );
}
