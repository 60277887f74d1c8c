import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/admin.product-details.block.render";
import { render } from "preact";
import type { StaffProduct } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { ask } from "../../staff/ask.ts";
import { useAsked } from "../../useAsked.ts";

declare const shopify: Api;

export default function extension(): void {
  render(<Block productId={shopify.data.selected[0]?.id ?? ""} />, document.body);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Kind = StaffProduct["kinds"][number];

/** How a product is classed, by which rule, and which terms follow. */
function Block({ productId }: { productId: string }) {
  const t = shopify.i18n.translate;
  const { asked, again } = useAsked(ask<StaffProduct>, `/api/staff/products/${numberOf(productId)}`);
  if (!asked) return <s-admin-block heading={t("heading")}><s-stack direction="inline" gap="small-200" alignItems="center"><s-spinner accessibilityLabel={t("loading")} /><s-text color="subdued">{t("loading")}</s-text></s-stack></s-admin-block>;
  if (!asked.value) return <s-admin-block heading={t("heading")}><s-banner tone="critical" heading={t("failed")}><s-paragraph>{asked.message ?? t("away")}</s-paragraph><s-button onClick={again}>{t("again")}</s-button></s-banner></s-admin-block>;
  const { kinds, mappingPath } = asked.value;
  return (
    <s-admin-block heading={t("heading")} collapsedSummary={kinds[0]?.attributes.map((a) => a.text).join(", ") ?? ""}>
      <s-stack gap="base">
        {kinds.map((kind, i) => <Classed key={i} kind={kind} isOne={kinds.length === 1} />)}
        <s-link href={`app:${mappingPath}`}>{t("mapping")}</s-link>
      </s-stack>
    </s-admin-block>
  );
}

function Classed({ kind, isOne }: { kind: Kind; isOne: boolean }) {
  const t = shopify.i18n.translate;
  return (
    <s-stack gap="small-200">
      {!isOne && <s-text type="strong">{t("variants", { variants: kind.variants.join(", ") })}</s-text>}
      {kind.attributes.map((a) => (
        <s-text key={a.name}>{capital(t("attribute", { label: a.label, text: a.text }))} <s-text color="subdued">{a.byRule === null ? t("byDefault") : t("byRule", { rule: a.byRule + 1 })}</s-text></s-text>
      ))}
      <s-heading>{t("terms")}</s-heading>
      {kind.terms.length === 0 && <s-text color="subdued">{t("noTerms")}</s-text>}
      <s-unordered-list>
        {kind.terms.map((term) => <s-list-item key={term.text}>{term.text} {term.clauses.length > 0 && <s-text color="subdued">{t("clauses", { count: term.clauses.length, clauses: term.clauses.join(", ") })}</s-text>}</s-list-item>)}
      </s-unordered-list>
      {!isOne && <s-divider />}
    </s-stack>
  );
}
