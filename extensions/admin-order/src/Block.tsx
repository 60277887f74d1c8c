import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/admin.order-details.block.render";
import { render } from "preact";
import type { StaffOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { ask } from "../../staff/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { Line } from "./Line.tsx";
import { Rmas } from "./Rmas.tsx";

declare const shopify: Api;

export default function extension(): void {
  render(<Block orderId={shopify.data.selected[0]?.id ?? ""} />, document.body);
}

/** An order's lines with what each is entitled to, its RMAs, and the way to open one. */
function Block({ orderId }: { orderId: string }) {
  const t = shopify.i18n.translate;
  const { asked, again } = useAsked(ask<StaffOrder>, `/api/staff/orders/${numberOf(orderId)}`);
  if (!asked) return <s-admin-block heading={t("heading")}><s-stack direction="inline" gap="small-200" alignItems="center"><s-spinner accessibilityLabel={t("loading")} /><s-text color="subdued">{t("loading")}</s-text></s-stack></s-admin-block>;
  if (!asked.value) return <s-admin-block heading={t("heading")}><Failed message={asked.message} again={again} /></s-admin-block>;
  const { lines, rmas, policyVersion } = asked.value;
  const open = rmas.filter((rma) => rma.state !== "closed" && rma.state !== "declined" && rma.state !== "cancelled");
  return (
    <s-admin-block heading={t("heading")} collapsedSummary={`${t("summary", { count: lines.length })} · ${t("openRmas", { count: open.length })}`}>
      <s-stack gap="base">
        {lines.length === 0 && <s-text color="subdued">{t("noLines")}</s-text>}
        {lines.map((line) => <Line key={line.lineId} line={line} t={t} />)}
        <Rmas rmas={rmas} t={t} />
        <s-stack direction="inline" gap="base" alignItems="center">
          <s-button variant="primary" disabled={lines.every((line) => line.available === 0)} onClick={() => shopify.navigation.navigate("extension://admin-order")}>{t("start")}</s-button>
          <s-text color="subdued">{t("policy", { version: policyVersion })}</s-text>
        </s-stack>
      </s-stack>
    </s-admin-block>
  );
}

function Failed({ message, again }: { message: string | null | undefined; again: () => void }) {
  const t = shopify.i18n.translate;
  return <s-banner tone="critical" heading={t("failed")}><s-paragraph>{message ?? t("away")}</s-paragraph><s-button onClick={again}>{t("again")}</s-button></s-banner>;
}
