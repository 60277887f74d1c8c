import type { RegisteredProduct } from "../../../app/api.ts";
import { actionAddress } from "../../account/pageAddress.ts";
import { t } from "../../account/words.ts";

/** One product: its cover in a sentence, its serial, and what can be done. */
export function ProductRow({ product }: { product: RegisteredProduct }) {
  const { orderId, lineId, title, orderName, serial } = product;
  const about = [orderName ? t("order", { name: orderName }) : "", serial ? t("serialIs", { serial }) : ""].filter(Boolean).join(" · ");
  return (
    <s-stack gap="small-300">
      <s-text type="strong">{title}</s-text>
      {about && <s-text color="subdued">{about}</s-text>}
      <s-text>{product.text}</s-text>
      {orderId && lineId && (
        <s-stack direction="inline" gap="small">
          {product.mayRegisterUntil && !product.registrationId && <s-button accessibilityLabel={t("registerOf", { title })} href={actionAddress(orderId, lineId, { kind: "register", reason: null })}>{t("register")}</s-button>}
          {product.mayClaim && <s-button accessibilityLabel={t("claimOf", { title })} href={actionAddress(orderId, lineId, { kind: "warranty", reason: null })}>{t("claim")}</s-button>}
        </s-stack>
      )}
    </s-stack>
  );
}
