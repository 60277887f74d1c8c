import "@shopify/ui-extensions/preact";
import { render } from "preact";
import type { CustomerOrders } from "../../../app/api.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { OrderRow } from "./OrderRow.tsx";

/** More stand below the orders themselves. */
const MOST = 6;

export default function extension(): void {
  render(<OrderList />, document.body);
}

/** Orders of which something can still be asked for, or is under way, with their last days. */
function OrderList() {
  const answer = useAsked(ask<CustomerOrders>, "orders");
  return (
    <s-section heading={t("heading")}>
      <Shown answer={answer}>
        {({ orders }) => {
          const live = orders.filter((order) => order.open.length > 0 || order.returnUntil || order.warrantyUntil || order.registerUntil).slice(0, MOST);
          if (live.length === 0) return <s-text color="subdued">{t("noOrders")}</s-text>;
          return <s-stack gap="base">{live.map((order) => <OrderRow key={order.orderId} order={order} />)}</s-stack>;
        }}
      </Shown>
    </s-section>
  );
}
