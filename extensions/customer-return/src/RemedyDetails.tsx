import type { ApiOpenRemedy } from "../../../app/api.ts";
import { t } from "../../account/words.ts";

/** One remedy: what one gets, the reckoning line by line, who pays which freight, and the clause. */
export function RemedyDetails({ remedy, isMissing }: { remedy: ApiOpenRemedy; isMissing: boolean }) {
  const { sums, charges, freight, clause, text, status, statusText } = remedy;
  const unknown = [...remedy.deductions, ...charges].filter(({ amount }) => amount === null);
  return (
    <s-box padding="base" background="subdued" borderRadius="base">
      <s-stack gap="small">
        {status !== "open" && (status !== "needs_evidence" || isMissing) && <s-text tone={status === "needs_evidence" ? "info" : "warning"}>{statusText}</s-text>}
        {sums.length > 0 ? <Sums sums={sums} /> : <s-text>{text}</s-text>}
        {charges.map(({ kind, label, amount }) => amount && <s-text key={kind}>{t("youPay", { label, amount: amount.text })}</s-text>)}
        {unknown.map(({ kind, label }) => <s-text key={kind}>{t("feeLater", { label })}</s-text>)}
        {freight.return !== "none" && <s-text>{freight.returnText}</s-text>}
        {freight.outbound !== "none" && <s-text>{freight.outboundText}</s-text>}
        {clause && <s-text color="subdued">{t("clause", { text: clause.says })}</s-text>}
      </s-stack>
    </s-box>
  );
}

function Sums({ sums }: { sums: ApiOpenRemedy["sums"] }) {
  return (
    <s-stack gap="small-300">
      {sums.map(({ label, amount, total }) => (
        <s-grid key={label} gridTemplateColumns="1fr auto" gap="base">
          {total ? <s-text type="strong">{label}</s-text> : <s-text>{label}</s-text>}
          {total ? <s-text type="strong">{amount.text}</s-text> : <s-text>{amount.text}</s-text>}
        </s-grid>
      ))}
    </s-stack>
  );
}
