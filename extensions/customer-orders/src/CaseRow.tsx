import type { CustomerRma } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { pageAddress } from "../../account/pageAddress.ts";
import { t } from "../../account/words.ts";

/** A request or claim of the order: where it stands, what comes next, and the way to it. */
export function CaseRow({ orderId, rma }: { orderId: string; rma: CustomerRma }) {
  const address = pageAddress(orderId, `/case/${numberOf(rma.rmaId)}`);
  return (
    <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="center">
      <s-stack gap="small-300">
        <s-stack direction="inline" gap="small-300" alignItems="center"><s-text type="strong">{rma.number}</s-text><s-badge>{rma.stateText}</s-badge></s-stack>
        <s-text color="subdued">{rma.lines.map((line) => t("units", { count: line.quantity, title: line.title })).join(", ")}</s-text>
        {rma.next.map((text) => <s-text key={text}>{text}</s-text>)}
      </s-stack>
      <s-button accessibilityLabel={t("followOf", { number: rma.number })} href={address}>{t("follow")}</s-button>
    </s-grid>
  );
}
