import { useState } from "preact/hooks";
import type { RegisterBody, Registrations } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { Failed } from "../../account/Failed.tsx";
import { valueIn } from "../../account/heard.ts";
import { host } from "../../account/host.ts";
import { t } from "../../account/words.ts";

/** Registers a product that is on none of the customer's orders, by its serial number. */
export function BySerial({ onRegistered }: { onRegistered: (registrations: Registrations) => void }) {
  const [serial, setSerial] = useState("");
  const [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    if (isSending || !serial.trim()) return;
    setSending(true);
    const body: RegisterBody = { serial: serial.trim() };
    const { value, failure: why } = await ask<Registrations>("registrations", { body });
    setSending(false);
    setFailure(why ?? null);
    if (!value) return;
    void host().toast.show(t("registeredNow"));
    onRegistered(value);
  };
  return (
    <s-details>
      <s-summary>{t("bySerial")}</s-summary>
      <s-form onSubmit={() => void send()}>
        <s-stack gap="base">
          <s-text-field label={t("serial")} required value={serial} onInput={(event) => setSerial(valueIn(event))} />
          {failure && <Failed failure={failure} />}
          <s-box><s-button type="submit" loading={isSending}>{t("register")}</s-button></s-box>
        </s-stack>
      </s-form>
    </s-details>
  );
}
