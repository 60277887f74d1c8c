import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/admin.order-details.print-action.render";
import { render } from "preact";
import { useState } from "preact/hooks";
import type { StaffSlips } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { ask } from "../../staff/ask.ts";
import { useAsked } from "../../useAsked.ts";

declare const shopify: Api;

export default function extension(): void {
  render(<Slip orderId={shopify.data.selected[0]?.id ?? ""} />, document.body);
}

/** The packing slip of an order's open RMA; of several, the one that is chosen. */
function Slip({ orderId }: { orderId: string }) {
  const t = shopify.i18n.translate;
  const { asked, again } = useAsked(ask<StaffSlips>, `/api/staff/orders/${numberOf(orderId)}/slips`);
  const [chosen, setChosen] = useState("");
  if (!asked) return <s-admin-print-action><s-stack direction="inline" gap="small-200" alignItems="center"><s-spinner accessibilityLabel={t("loading")} /><s-text color="subdued">{t("loading")}</s-text></s-stack></s-admin-print-action>;
  if (!asked.value) return <s-admin-print-action><s-banner tone="critical" heading={t("failed")}><s-paragraph>{asked.message ?? t("away")}</s-paragraph><s-button onClick={again}>{t("again")}</s-button></s-banner></s-admin-print-action>;
  const { slips } = asked.value;
  const slip = slips.find((s) => s.rmaId === chosen) ?? slips[0];
  if (!slip) return <s-admin-print-action><s-banner tone="info">{t("none")}</s-banner></s-admin-print-action>;
  return (
    <s-admin-print-action src={slip.url}>
      {slips.length > 1 && (
        <s-select label={t("which")} value={slip.rmaId} onChange={(event) => setChosen(event.currentTarget.value)}>
          {slips.map((s) => <s-option key={s.rmaId} value={s.rmaId}>{t("slip", { number: s.number })}</s-option>)}
        </s-select>
      )}
      {slips.length === 1 && <s-text>{t("slip", { number: slip.number })}</s-text>}
    </s-admin-print-action>
  );
}
