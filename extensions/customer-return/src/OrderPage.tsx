import type { ComponentChildren } from "preact";
import { numberOf } from "../../numberOf.ts";
import { t } from "../../account/words.ts";

type Props = { readonly heading: string; readonly subheading?: string; readonly orderId: string; readonly children: ComponentChildren };

/** The frame of every page here: its heading, and the way back to the order. */
export function OrderPage({ heading, subheading, orderId, children }: Props) {
  return (
    <s-page heading={heading} subheading={subheading ?? ""}>
      <s-button slot="breadcrumb-actions" accessibilityLabel={t("back")} href={`shopify:customer-account/orders/${numberOf(orderId)}`}>{t("back")}</s-button>
      {children}
    </s-page>
  );
}
