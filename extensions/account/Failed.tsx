import type { Failure } from "./ask.ts";
import { t } from "./words.ts";

/** Why something could not be shown or done, and a way to try again where there is one. */
export function Failed({ failure, again }: { failure: Failure; again?: () => void }) {
  const isOffline = failure.code === "offline";
  return (
    <s-banner tone="critical" heading={isOffline ? t("offline") : t("failed")}>
      <s-stack gap="small">
        <s-text>{isOffline ? t("offlineHelp") : failure.message}</s-text>
        {failure.fields?.map(({ field, message }) => <s-text key={field}>{message}</s-text>)}
        {again && <s-box><s-button onClick={again}>{t("again")}</s-button></s-box>}
      </s-stack>
    </s-banner>
  );
}
