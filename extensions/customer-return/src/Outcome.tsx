import type { ApiQuotedLine, ApiRemedy, CustomerOrder } from "../../../app/api.ts";
import { firstIn } from "../../account/heard.ts";
import { t } from "../../account/words.ts";
import type { Entry } from "./draft.ts";
import { Exchange } from "./Exchange.tsx";
import { Refused, Refusals } from "./Refused.tsx";
import { RemedyDetails } from "./RemedyDetails.tsx";

type Props = { readonly order: CustomerOrder; readonly quoted: ApiQuotedLine; readonly entry: Entry; readonly isPart: boolean; readonly onChange: (change: Partial<Entry>) => void };

/** What units of an entry would get: the remedies to choose from with the reckoning of the one chosen, or why there is none. */
export function Outcome({ order, quoted, entry, isPart, onChange }: Props) {
  const { remedies, chosen } = quoted, counted = remedies.find(({ remedy }) => remedy === chosen);
  if (quoted.outcome === "declined") return <Refused quoted={quoted} />;
  const choose = (remedy: ApiRemedy): void => onChange({ remedy, exchangeFor: null, serviceLevel: null });
  return (
    <s-stack gap="base">
      {isPart && <s-text color="subdued">{t("partOf", { count: quoted.quantity })}</s-text>}
      {remedies.length === 0 && <s-banner tone="info">{quoted.text}</s-banner>}
      {remedies.length > 0 && (
        <s-choice-list label={t("whatYouGet")} values={chosen ? [chosen] : []} onChange={(event: Event) => choose(firstIn(event) as ApiRemedy)}>
          {remedies.map(({ remedy, label, amount, untilText }) => (
            <s-choice key={remedy} value={remedy}>{amount ? t("amount", { label, amount: amount.text }) : label}<s-text slot="details">{untilText}</s-text></s-choice>
          ))}
        </s-choice-list>
      )}
      {counted && <RemedyDetails remedy={counted} isMissing={isMissing(quoted)} />}
      {counted && counted.levels.length > 0 && (
        <s-choice-list label={t("level")} values={entry.serviceLevel ? [entry.serviceLevel] : []} onChange={(event: Event) => onChange({ serviceLevel: firstIn(event) })}>
          {counted.levels.map(({ value, label, charge }) => <s-choice key={value} value={value}>{charge ? t("amount", { label, amount: charge.text }) : label}</s-choice>)}
        </s-choice-list>
      )}
      {counted?.hasExchange && <Exchange orderId={order.orderId} entry={entry} onChange={onChange} />}
      {quoted.refused.length > 0 && <s-details><s-summary>{t("notOpen")}</s-summary><Refusals refused={quoted.refused} /></s-details>}
    </s-stack>
  );
}

/** Whether the customer still has to say or to send something; what comes on the way back or from the shop is not theirs to give now. */
const isMissing = ({ questions, evidence }: ApiQuotedLine): boolean => questions.length > 0 || evidence.some(({ how, required, given }) => required && !given && how !== "later" && how !== "merchant");
