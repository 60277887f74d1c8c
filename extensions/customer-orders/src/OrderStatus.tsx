import "@shopify/ui-extensions/preact";
import { render } from "preact";
import type { CustomerOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { host } from "../../account/host.ts";
import { pageAddress } from "../../account/pageAddress.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { CaseRow } from "./CaseRow.tsx";
import { LineRow } from "./LineRow.tsx";

export default function extension(): void {
  render(<OrderStatus orderId={host().order.value?.id ?? ""} />, document.body);
}

/** What each item of the order is entitled to today, and what is under way. */
function OrderStatus({ orderId }: { orderId: string }) {
  const answer = useAsked(ask<CustomerOrder>, `orders/${numberOf(orderId)}`);
  return (
    <s-section heading={t("heading")}>
      <Shown answer={answer}>
        {(order) => (
          <s-stack gap="large">
            {order.rmas.map((rma) => <CaseRow key={rma.rmaId} orderId={orderId} rma={rma} />)}
            {order.lines.length === 0 && <s-text color="subdued">{t("nothing")}</s-text>}
            {order.lines.map((line) => <LineRow key={line.lineId} orderId={orderId} line={line} />)}
            {order.cancel && <s-box><s-button href={pageAddress(orderId, "/cancel")}>{t("cancelOrder")}</s-button></s-box>}
            <s-link href={order.policyUrl} target="_blank">{t("policy")}</s-link>
          </s-stack>
        )}
      </Shown>
    </s-section>
  );
}
