import type { CustomerLine } from "../../../app/api.ts";
import { actionAddress } from "../../account/pageAddress.ts";
import { t } from "../../account/words.ts";

const variantOf = ({ variant }: CustomerLine): string => (variant && variant !== "Default Title" ? variant : "");

/** One item: where it is, until when what is open, and a button for each. */
export function LineRow({ orderId, line }: { orderId: string; line: CustomerLine }) {
  return (
    <s-grid gridTemplateColumns="auto 1fr" gap="base">
      <s-product-thumbnail src={line.image?.url ?? ""} alt={line.image?.alt ?? line.title} {...(line.quantity > 1 ? { totalItems: line.quantity } : {})} />
      <s-stack gap="small-300">
        <s-text type="strong">{line.title}</s-text>
        {variantOf(line) && <s-text color="subdued">{variantOf(line)}</s-text>}
        <Days line={line} />
        {line.nothing && <s-text color="subdued">{line.nothing.text}</s-text>}
        {line.actions.length > 0 && (
          <s-stack direction="inline" gap="small">
            {line.actions.map((action) => <s-button key={action.kind} accessibilityLabel={`${action.label}: ${line.title}`} href={actionAddress(orderId, line.lineId, action)}>{action.label}</s-button>)}
          </s-stack>
        )}
      </s-stack>
    </s-grid>
  );
}

/** Parcels with their days, what is open today, and cover. */
function Days({ line }: { line: CustomerLine }) {
  const { groups, today, returnUntil, warrantyUntil, registerUntil, registered } = line;
  return (
    <s-stack gap="small-400">
      {groups.map((group) => <s-text key={`${group.state} ${group.deliveredOn?.on ?? ""}`} color="subdued">{groups.length > 1 ? t("unitsState", { count: group.quantity, state: group.stateText }) : group.stateText}</s-text>)}
      {returnUntil && <s-text>{t("returnUntil", { day: returnUntil.text })}</s-text>}
      {warrantyUntil && <s-text>{t("warrantyUntil", { day: warrantyUntil.text })}</s-text>}
      {registered ? <s-text>{t("registered", { day: registered.on.text })}</s-text> : registerUntil && <s-text>{t("registerUntil", { day: registerUntil.text })}</s-text>}
      {today.length > 0 && <Today today={today} />}
    </s-stack>
  );
}

/** The remedies of today, folded away: the dates above say the short of it. */
function Today({ today }: { today: CustomerLine["today"] }) {
  const said = ({ label, amount, until }: CustomerLine["today"][number]): string => [amount ? t("amount", { label, amount: amount.text }) : label, until ? t("until", { day: until.text }) : ""].filter(Boolean).join(", ");
  const of = (whose: "unwanted" | "faulty") => today.filter((one) => one.for === whose);
  return (
    <s-details>
      <s-summary>{t("today")}</s-summary>
      <s-stack gap="small">
        {(["unwanted", "faulty"] as const).map((whose) => of(whose).length > 0 && (
          <s-stack key={whose} gap="small-400">
            <s-text color="subdued">{t(whose)}</s-text>
            <s-unordered-list>{of(whose).map((one) => <s-list-item key={one.remedy}>{said(one)}</s-list-item>)}</s-unordered-list>
          </s-stack>
        ))}
      </s-stack>
    </s-details>
  );
}
