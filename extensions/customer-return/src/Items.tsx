import type { CustomerOrder } from "../../../app/api.ts";
import { t } from "../../account/words.ts";
import { newEntry, unitsLeft, type Entry } from "./draft.ts";
import { ItemHead } from "./ItemHead.tsx";

type Props = { readonly order: CustomerOrder; readonly entries: readonly Entry[]; readonly onAdd: (entry: Entry) => void };

/** Items that are not in the request yet. Units of one line may differ: the rest of a line can be added with another reason. */
export function Items({ order, entries, onAdd }: Props) {
  const left = order.lines.map((line) => ({ line, units: unitsLeft(order, entries, line.lineId) })).filter(({ units }) => units > 0);
  if (left.length === 0) return entries.length === 0 ? <s-section><s-text>{t("nothingLeft")}</s-text></s-section> : null;
  const list = (
    <s-stack gap="base">
      {left.map(({ line, units }) => {
        const isMore = entries.some(({ lineId }) => lineId === line.lineId), label = t(isMore ? "addRest" : "add");
        return (
          <s-grid key={line.lineId} gridTemplateColumns="1fr auto" gap="base" alignItems="center">
            <ItemHead line={line} about={line.nothing?.text ?? t("unitsLeft", { count: units })} />
            <s-button accessibilityLabel={`${label}: ${line.title}`} onClick={() => onAdd(newEntry(line.lineId, 1))}>{label}</s-button>
          </s-grid>
        );
      })}
    </s-stack>
  );
  if (entries.length === 0) return <s-section heading={t("whichItems")}>{list}</s-section>;
  return <s-section><s-details><s-summary>{t("addAnother")}</s-summary>{list}</s-details></s-section>;
}
