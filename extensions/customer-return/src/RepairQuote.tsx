import { useState } from "preact/hooks";
import type { AnswerQuoteBody, ApiMoney, CustomerRma, RequestAnswer } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { Failed } from "../../account/Failed.tsx";
import { t } from "../../account/words.ts";

type Props = { readonly rmaId: string; readonly line: CustomerRma["lines"][number]; readonly quote: { readonly amount: ApiMoney }; readonly onAnswered: (answer: RequestAnswer) => void };

/** The price of a paid repair: accepted or refused, as it was shown. */
export function RepairQuote({ rmaId, line, quote, onAnswered }: Props) {
  const [sending, setSending] = useState<boolean | null>(null), [failure, setFailure] = useState<Failure | null>(null);
  const reply = async (accept: boolean): Promise<void> => {
    if (sending !== null) return;
    setSending(accept);
    const body: AnswerQuoteBody = { rmaLineId: line.rmaLineId, accept, amount: quote.amount.amount };
    const { value, failure: why } = await ask<RequestAnswer>(`rmas/${rmaId}/quote`, { body });
    setSending(null);
    setFailure(why ?? null);
    if (value) onAnswered(value);
  };
  return (
    <s-section heading={t("repairPrice")}>
      <s-stack gap="base">
        <s-text>{t("repairCosts", { title: line.title, amount: quote.amount.text })}</s-text>
        {failure && <Failed failure={failure} />}
        <s-stack direction="inline" gap="small">
          <s-button variant="primary" loading={sending === true} onClick={() => void reply(true)}>{t("accept", { amount: quote.amount.text })}</s-button>
          <s-button loading={sending === false} onClick={() => void reply(false)}>{t("refuse")}</s-button>
        </s-stack>
      </s-stack>
    </s-section>
  );
}
