import type { CustomerRma, RequestAnswer } from "../../../app/api.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { CaseActs } from "./CaseActs.tsx";
import { OrderPage } from "./OrderPage.tsx";
import { RepairQuote } from "./RepairQuote.tsx";
import { SendTo } from "./SendTo.tsx";
import { Steps } from "./Steps.tsx";

/** One request or claim: where it stands, what to do now, where to send it, and all steps to its end. */
export function CasePage({ orderId, rmaId }: { orderId: string; rmaId: string }) {
  const answer = useAsked(ask<RequestAnswer>, `rmas/${rmaId}`), rma = answer.asked?.value?.rma;
  const show = (value: RequestAnswer): void => answer.show({ value });
  return (
    <OrderPage heading={rma?.number ?? t("case")} subheading={rma ? t("openedOn", { day: rma.openedOn.text }) : ""} orderId={orderId}>
      <Shown answer={answer}>
        {({ rma: shown }) => (
          <s-stack gap="large">
            <Now rma={shown} />
            {shown.lines.map((line) => line.quote && line.quote.accepted === null && <RepairQuote key={line.rmaLineId} rmaId={rmaId} line={line} quote={line.quote} onAnswered={show} />)}
            {shown.send && <SendTo rmaId={rmaId} rma={shown} send={shown.send} onSaid={show} />}
            <s-section heading={t("steps")}><Steps steps={shown.steps} /></s-section>
            <CaseActs rmaId={rmaId} rma={shown} onDone={show} />
          </s-stack>
        )}
      </Shown>
    </OrderPage>
  );
}

function Now({ rma }: { rma: CustomerRma }) {
  return (
    <s-section>
      <s-stack gap="base">
        <s-box><s-badge>{rma.stateText}</s-badge></s-box>
        {rma.declined && <s-banner tone="warning" heading={t("declined")}>{rma.declined}</s-banner>}
        {rma.next.map((text) => <s-text key={text} type="strong">{text}</s-text>)}
        {rma.lines.map((line) => (
          <s-grid key={line.rmaLineId} gridTemplateColumns="1fr auto" gap="base">
            <s-text>{t("units", { count: line.quantity, title: line.title })}</s-text>
            <s-text>{[line.remedyText, (line.paidBack ?? line.promised)?.text ?? ""].filter(Boolean).join(": ")}</s-text>
          </s-grid>
        ))}
      </s-stack>
    </s-section>
  );
}
