import type { CustomerLine } from "../../../app/api.ts";

/** An item with its picture. */
export function ItemHead({ line, about }: { line: CustomerLine; about: string }) {
  const variant = line.variant && line.variant !== "Default Title" ? line.variant : "";
  return (
    <s-grid gridTemplateColumns="auto 1fr" gap="base" alignItems="center">
      <s-product-thumbnail src={line.image?.url ?? ""} alt={line.image?.alt ?? line.title} size="small" />
      <s-stack gap="none">
        <s-text type="strong">{line.title}</s-text>
        {variant && <s-text color="subdued">{variant}</s-text>}
        {about && <s-text color="subdued">{about}</s-text>}
      </s-stack>
    </s-grid>
  );
}
