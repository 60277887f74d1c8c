import type { I18nTranslate } from "@shopify/ui-extensions/admin";
import { useState } from "preact/hooks";
import type { Reasons, StaffOrder, StaffRmasAnswer, StaffRmasBody } from "../../../app/api.ts";
import { ask } from "../../staff/ask.ts";
import { numberOf } from "../../numberOf.ts";
import { useAsked } from "../../useAsked.ts";
import { Opened } from "./Opened.tsx";

/** The API opens so many at once. */
const MOST = 25;

type Props = { readonly orderIds: readonly string[]; readonly t: I18nTranslate; readonly close: () => void };

/** Asks for a reason and opens an RMA for each order; then says which were opened and why others were not. */
export function OpenRmas({ orderIds, t, close }: Props) {
  // One key for this dialog: pressing twice, or again after a cut connection, opens nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  const { asked: reasons } = useAsked(ask<Reasons>, "/api/staff/reasons");
  const [reason, setReason] = useState(""), [note, setNote] = useState("");
  const [isSending, setSending] = useState(false), [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<StaffRmasAnswer | null>(null);
  const count = orderIds.length;
  const wrong = count === 0 ? t("none") : count > MOST ? t("tooMany", { most: MOST, count }) : null;

  const send = async (): Promise<void> => {
    if (isSending || wrong) return;
    if (!reason) return setProblem(t("reasonMissing"));
    setSending(true);
    setProblem(null);
    const body: StaffRmasBody = { orderIds, reason, key, ...(note.trim() ? { note: note.trim() } : {}) };
    const { value, message } = await ask<StaffRmasAnswer>("/api/staff/rmas", body);
    setSending(false);
    if (value) setDone(value);
    else setProblem(message ?? t("away"));
  };

  if (done) return <s-admin-action heading={t("name")}><Opened answer={done} t={t} /><s-button slot="primary-action" onClick={close}>{t("close")}</s-button></s-admin-action>;
  return (
    <s-admin-action heading={t("name")} loading={!reasons}>
      <s-stack gap="base">
        {wrong ? <s-banner tone="warning">{wrong}</s-banner> : <s-paragraph>{count === 1 ? t("whole") : t("many", { count })}</s-paragraph>}
        {reasons && !reasons.value && <s-banner tone="critical">{reasons.message ?? t("away")}</s-banner>}
        <s-select label={t("reason")} placeholder={t("chooseReason")} value={reason} required onChange={(event) => { setReason(event.currentTarget.value); setProblem(null); }}>
          {reasons?.value?.reasons.map((r) => <s-option key={r.value} value={r.value}>{r.label}</s-option>)}
        </s-select>
        <s-text-area label={t("note")} details={t("noteHelp")} value={note} maxLength={300} rows={2} onInput={(event) => setNote(event.currentTarget.value)} />
        {problem && <s-banner tone="critical">{problem}</s-banner>}
        {count === 1 && <InApp orderId={orderIds[0] ?? ""} t={t} />}
      </s-stack>
      <s-button slot="primary-action" variant="primary" loading={isSending} disabled={wrong !== null} onClick={() => void send()}>{t("open", { count })}</s-button>
      <s-button slot="secondary-actions" onClick={close}>{t("cancel")}</s-button>
    </s-admin-action>
  );
}

/** Where single lines and units are chosen: the app's own page. */
function InApp({ orderId, t }: { orderId: string; t: I18nTranslate }) {
  const { asked } = useAsked(ask<StaffOrder>, `/api/staff/orders/${numberOf(orderId)}`);
  return asked?.value ? <s-link href={`app:${asked.value.startPath}`}>{t("inApp")}</s-link> : null;
}
