import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/pos.order-details.block.render";
import { render } from "preact";
import type { PosAnswer, PosOrder } from "../../../app/api.ts";
import { ask } from "../../staff/ask.ts";
import { useAsked } from "../../useAsked.ts";

declare const shopify: Api;

export default function extension(): void {
  render(<Block />, document.body);
}

/** What the customer at the counter may have, line by line, in few words. */
function Block() {
  const t = shopify.i18n.translate;
  const { asked, again } = useAsked(ask<PosOrder>, `/api/pos/orders/${shopify.order.id}?locale=${encodeURIComponent(shopify.locale.current.value)}`);
  if (!asked) return <s-pos-block heading={t("heading")}><s-text color="subdued">{t("loading")}</s-text></s-pos-block>;
  if (!asked.value) return <s-pos-block heading={t("heading")}><s-text tone="critical">{`${t("failed")}. ${asked.message ?? t("away")}`}</s-text><s-button onClick={again}>{t("again")}</s-button></s-pos-block>;
  const { lines, rmas } = asked.value;
  return (
    <s-pos-block heading={t("heading")}>
      <s-stack gap="large">
        {lines.length === 0 && <s-text>{t("noLines")}</s-text>}
        {lines.map((line) => (
          <s-stack key={line.lineId} gap="small">
            <s-heading>{line.available > 0 ? t("units", { title: line.title, count: line.available }) : t("taken", { title: line.title })}</s-heading>
            {line.available > 0 && <Answer label={t("unwanted")} answer={line.unwanted} />}
            {line.available > 0 && <Answer label={t("faulty")} answer={line.faulty} />}
          </s-stack>
        ))}
        {rmas.length > 0 && <s-heading>{t("rmas")}</s-heading>}
        {rmas.map((rma) => <s-text key={rma.rmaId}>{t("rma", { number: rma.number, state: rma.stateText })}</s-text>)}
      </s-stack>
    </s-pos-block>
  );
}

/** At the counter there is time for why and one clause; the rest stands in the admin. */
const MOST_REASONS = 2;

const TONES = { remedies_open: "success", needs_evidence: "warning", needs_human: "warning", undetermined: "warning", declined: "critical" } as const;

function Answer({ label, answer }: { label: string; answer: PosAnswer }) {
  const t = shopify.i18n.translate;
  return (
    <s-stack gap="small-300">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-text type="strong">{label}</s-text>
        <s-badge tone={TONES[answer.outcome]}>{t(`outcomes.${answer.outcome}`)}</s-badge>
      </s-stack>
      {answer.remedies.map((remedy) => (
        <s-stack key={remedy.label} gap="none">
          <s-text>{t("until", { text: remedy.amount ? t("remedy", { label: remedy.label, amount: remedy.amount.text }) : remedy.label, until: remedy.untilText })}</s-text>
          {remedy.needs.length > 0 && <s-text color="subdued">{t("needs", { needs: remedy.needs.join(", ") })}</s-text>}
        </s-stack>
      ))}
      {answer.remedies.length === 0 && (answer.refused.length > 0 ? answer.refused.slice(0, MOST_REASONS) : [answer.text]).map((text) => <s-text key={text} color="subdued">{text}</s-text>)}
    </s-stack>
  );
}
