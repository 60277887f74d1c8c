import type { I18nTranslate } from "@shopify/ui-extensions/admin";
import type { StaffOrder } from "../../../app/api.ts";

type OrderLine = StaffOrder["lines"][number];
type Remedy = OrderLine["remedies"][number];
type Words = { readonly t: I18nTranslate };

/** One line: how many, when it came, until when what, and the remedies of today. */
export function Line({ line, t }: { line: OrderLine } & Words) {
  const { returnUntil, warrantyUntil, registerUntil } = line;
  const nothing = !returnUntil && !warrantyUntil && !registerUntil && line.remedies.length === 0;
  return (
    <s-stack gap="small-200">
      <s-text type="strong">{t("units", { count: line.quantity, title: line.title })}</s-text>
      <s-text color="subdued">{[line.sku ? t("sku", { sku: line.sku }) : "", line.deliveredOn ? t("delivered", { day: line.deliveredOn.text }) : t("notDelivered"), saidBy(line, t)].filter(Boolean).join(" · ")}</s-text>
      <s-stack direction="inline" gap="small-200">
        {returnUntil && <s-badge tone="success">{t("returnUntil", { day: returnUntil.text })}</s-badge>}
        {warrantyUntil && <s-badge tone="info">{t("warrantyUntil", { day: warrantyUntil.text })}</s-badge>}
        {registerUntil && <s-badge tone="warning">{t("registerUntil", { day: registerUntil.text })}</s-badge>}
        {nothing && <s-badge>{t("nothing")}</s-badge>}
      </s-stack>
      {line.available === 0 && <s-text color="subdued">{t("taken")}</s-text>}
      <Remedies label={t("unwanted")} remedies={line.remedies.filter((r) => r.for === "unwanted")} t={t} />
      <Remedies label={t("faulty")} remedies={line.remedies.filter((r) => r.for === "faulty")} t={t} />
      {line.remedies.length === 0 && line.refused.map((sentence) => <s-text key={sentence.text} color="subdued">{sentence.text}</s-text>)}
      <s-divider />
    </s-stack>
  );
}

function Remedies({ label, remedies, t }: { label: string; remedies: readonly Remedy[] } & Words) {
  if (remedies.length === 0) return null;
  return (
    <s-stack gap="none">
      <s-text color="subdued">{label}</s-text>
      <s-unordered-list>{remedies.map((remedy) => <s-list-item key={remedy.remedy}>{said(remedy, t)}</s-list-item>)}</s-unordered-list>
    </s-stack>
  );
}

const SOURCES = ["carrier", "shopify", "customer", "person"];

/** Who says when it came; nothing where nobody is known to. */
const saidBy = ({ deliveredOn, deliveredBy }: OrderLine, t: I18nTranslate): string => (deliveredOn && SOURCES.includes(deliveredBy) ? t(`deliveredBy.${deliveredBy}`) : "");

/** "Refund: $97.18, until April 3, 2026", with what is still asked for. */
function said(remedy: Remedy, t: I18nTranslate): string {
  const what = remedy.amount ? t("remedy", { label: remedy.label, amount: remedy.amount.text }) : remedy.label;
  const dated = remedy.until ? t("remedyUntil", { text: what, day: remedy.until.text }) : what;
  return remedy.status === "open" ? dated : `${dated} · ${remedy.statusText}`;
}
