import type { ApiQuotedLine, ApiRefusal } from "../../../app/api.ts";
import { t } from "../../account/words.ts";

/** A refusal: why, by which clause, and what is open instead. */
export function Refused({ quoted }: { quoted: ApiQuotedLine }) {
  return (
    <s-stack gap="base">
      <s-banner tone="warning" heading={quoted.text}><Refusals refused={quoted.refused} /></s-banner>
      {quoted.instead.length > 0 && (
        <s-banner tone="info" heading={t("stillOpen")}>
          <s-stack gap="small-300">{quoted.instead.map(({ text }) => <s-text key={text}>{text}</s-text>)}</s-stack>
        </s-banner>
      )}
    </s-stack>
  );
}

/** Each remedy that is closed, with the clauses that close it. */
export function Refusals({ refused }: { refused: readonly ApiRefusal[] }) {
  return (
    <s-stack gap="small">
      {refused.map(({ remedy, text, clauses }) => (
        <s-stack key={remedy} gap="small-500">
          <s-text>{text}</s-text>
          {clauses.map(({ id, says }) => <s-text key={id} color="subdued">{t("clause", { text: says })}</s-text>)}
        </s-stack>
      ))}
    </s-stack>
  );
}
