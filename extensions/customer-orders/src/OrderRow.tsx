import type { CustomerOrderSummary } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { pageAddress } from "../../account/pageAddress.ts";
import { t } from "../../account/words.ts";

/** One order: its last day, what is under way, and the way to ask. */
export function OrderRow({ order }: { order: CustomerOrderSummary }) {
  return (
    <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="center">
      <s-stack gap="small-300">
        <s-text type="strong">{t("order", { name: order.name })}</s-text>
        {order.open.length === 0 && <s-text color="subdued">{order.text}</s-text>}
        {order.open.map((rma) => (
          <s-stack key={rma.rmaId} direction="inline" gap="small-300" alignItems="center">
            <s-link href={pageAddress(order.orderId, `/case/${numberOf(rma.rmaId)}`)}>{rma.number}</s-link>
            <s-badge>{rma.stateText}</s-badge>
          </s-stack>
        ))}
      </s-stack>
      <s-button accessibilityLabel={t("openOf", { name: order.name })} href={pageAddress(order.orderId)}>{t("open")}</s-button>
    </s-grid>
  );
}
