import type { CustomerOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { OrderPage } from "./OrderPage.tsx";
import { RegisterForm } from "./RegisterForm.tsx";

/** Registers a product of the order for its longer warranty. */
export function RegisterPage({ orderId, line }: { orderId: string; line: string | null }) {
  const answer = useAsked(ask<CustomerOrder>, `orders/${numberOf(orderId)}`);
  return (
    <OrderPage heading={t("registerHeading")} subheading={answer.asked?.value ? t("order", { name: answer.asked.value.name }) : ""} orderId={orderId}>
      <Shown answer={answer}>
        {(order) => {
          const open = order.lines.filter(({ lineId, registerUntil, registered }) => (line === null || numberOf(lineId) === line) && (registerUntil !== null || registered !== null));
          return <s-stack gap="large">{open.length === 0 && <s-section><s-text>{t("nothingToRegister")}</s-text></s-section>}{open.map((one) => <RegisterForm key={one.lineId} orderId={orderId} line={one} onRegistered={answer.again} />)}</s-stack>;
        }}
      </Shown>
    </OrderPage>
  );
}
