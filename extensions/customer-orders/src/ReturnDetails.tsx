import "@shopify/ui-extensions/preact";
import { render } from "preact";
import type { CustomerOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { Shown } from "../../account/Shown.tsx";
import { host } from "../../account/host.ts";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { CaseRow } from "./CaseRow.tsx";

export default function extension(): void {
  render(<ReturnDetails orderId={host().order.value?.id ?? ""} returnId={host().returnId ?? ""} />, document.body);
}

/** Below one of Shopify's returns: its RMA number, what comes next, and the way to its steps. */
function ReturnDetails({ orderId, returnId }: { orderId: string; returnId: string }) {
  const answer = useAsked(ask<CustomerOrder>, `orders/${numberOf(orderId)}`);
  return <Shown answer={answer}>{({ rmas }) => <>{rmas.filter((rma) => rma.returnId === returnId).map((rma) => <CaseRow key={rma.rmaId} orderId={orderId} rma={rma} />)}</>}</Shown>;
}
