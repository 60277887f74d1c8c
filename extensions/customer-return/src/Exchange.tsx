import type { ExchangeChoice, ExchangeChoices } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { firstIn } from "../../account/heard.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import type { Entry } from "./draft.ts";

/** The variants in stock to exchange for, with the difference in price and who pays it. */
export function Exchange({ orderId, entry, onChange }: { orderId: string; entry: Entry; onChange: (change: Partial<Entry>) => void }) {
  const answer = useAsked(ask<ExchangeChoices>, `orders/${numberOf(orderId)}/exchange?line=${numberOf(entry.lineId)}`);
  return (
    <Shown answer={answer}>
      {({ choices }) => choices.length === 0 ? <s-text color="subdued">{t("noneInStock")}</s-text> : (
        <s-choice-list label={t("exchangeFor")} values={entry.exchangeFor ? [entry.exchangeFor] : []} onChange={(event: Event) => onChange({ exchangeFor: firstIn(event) })}>
          {choices.map((choice) => <s-choice key={choice.variantId} value={choice.variantId} disabled={choice.available < entry.quantity}>{choice.title}<s-text slot="details">{about(choice)}</s-text></s-choice>)}
        </s-choice-list>
      )}
    </Shown>
  );
}

function about({ same, available, difference, differencePaidBy }: ExchangeChoice): string {
  const price = difference ? t(differencePaidBy === "customer" ? "differenceYou" : "differenceShop", { amount: difference.text }) : differencePaidBy === "unknown" ? t("differenceUnknown") : "";
  return [same ? t("sameItem") : "", t("inStock", { count: available }), price].filter(Boolean).join(" · ");
}
