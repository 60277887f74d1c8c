import type { I18nTranslate } from "@shopify/ui-extensions/admin";
import type { StaffRmasAnswer } from "../../../app/api.ts";

/** What came of it: the RMAs that were opened, and the orders that were not, each with its reason. */
export function Opened({ answer: { opened, refused }, t }: { answer: StaffRmasAnswer; t: I18nTranslate }) {
  return (
    <s-stack gap="base">
      {opened.length > 0 && (
        <s-banner tone="success" heading={t("opened", { count: opened.length })}>
          {opened.map(({ rma }) => <s-paragraph key={rma.rmaId}><s-link href={`app:${rma.path}`}>{rma.number}</s-link> <s-text>{rma.stateText}</s-text></s-paragraph>)}
        </s-banner>
      )}
      {refused.length > 0 && (
        <s-banner tone="warning" heading={t("refused", { count: refused.length })}>
          {refused.map(({ orderId, name, message }) => <s-paragraph key={orderId}>{`${name}: ${message}`}</s-paragraph>)}
        </s-banner>
      )}
    </s-stack>
  );
}
