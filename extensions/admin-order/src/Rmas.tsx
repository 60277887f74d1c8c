import type { I18nTranslate } from "@shopify/ui-extensions/admin";
import type { StaffRma } from "../../../app/api.ts";

/** An order's RMAs, each with its state and the way to it. */
export function Rmas({ rmas, t }: { rmas: readonly StaffRma[]; t: I18nTranslate }) {
  return (
    <s-stack gap="small-200">
      <s-heading>{t("rmas")}</s-heading>
      {rmas.length === 0 && <s-text color="subdued">{t("noRmas")}</s-text>}
      {rmas.map((rma) => (
        <s-stack key={rma.rmaId} direction="inline" gap="small-200" alignItems="center">
          <s-link href={`app:${rma.path}`}>{rma.number}</s-link>
          <s-badge tone={rma.state === "declined" || rma.state === "cancelled" ? "neutral" : "info"}>{rma.stateText}</s-badge>
          {rma.isOverdue && <s-badge tone="critical">{t("overdue")}</s-badge>}
        </s-stack>
      ))}
    </s-stack>
  );
}
