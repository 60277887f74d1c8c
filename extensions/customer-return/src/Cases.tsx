import type { CustomerRma } from "../../../app/api.ts";
import { t } from "../../account/words.ts";

/** Requests and claims of the order that were made before. */
export function Cases({ rmas }: { rmas: readonly CustomerRma[] }) {
  return (
    <s-section heading={t("cases")}>
      <s-stack gap="small">
        {rmas.map((rma) => (
          <s-stack key={rma.rmaId} direction="inline" gap="small" alignItems="center">
            <s-link href={`extension:/case/${rma.rmaId}`}>{rma.number}</s-link><s-badge>{rma.stateText}</s-badge>
          </s-stack>
        ))}
      </s-stack>
    </s-section>
  );
}
