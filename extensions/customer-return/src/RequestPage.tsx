import type { CustomerOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { OrderPage } from "./OrderPage.tsx";
import { RequestForm } from "./RequestForm.tsx";

type Props = { readonly orderId: string; readonly line: string | null; readonly kind: string | null; readonly reason: string | null };

/** A return, an exchange or a claim: one page from the item to the request. */
export function RequestPage({ orderId, line, kind, reason }: Props) {
  const answer = useAsked(ask<CustomerOrder>, `orders/${numberOf(orderId)}`);
  const name = answer.asked?.value?.name;
  return (
    <OrderPage heading={t(kind === "warranty" ? "claimHeading" : "requestHeading")} subheading={name ? t("order", { name }) : ""} orderId={orderId}>
      <Shown answer={answer}>{(order) => <RequestForm order={order} again={answer.again} line={line} reason={reason} />}</Shown>
    </OrderPage>
  );
}
