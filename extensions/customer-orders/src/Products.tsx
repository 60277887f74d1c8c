import "@shopify/ui-extensions/preact";
import { render } from "preact";
import type { Registrations } from "../../../app/api.ts";
import { Shown } from "../../account/Shown.tsx";
import { ask } from "../../account/ask.ts";
import { useAsked } from "../../useAsked.ts";
import { t } from "../../account/words.ts";
import { BySerial } from "./BySerial.tsx";
import { ProductRow } from "./ProductRow.tsx";

export default function extension(): void {
  render(<Products />, document.body);
}

/** Every product of the customer that has cover, with its end, and the ways to register and to claim. */
function Products() {
  const answer = useAsked(ask<Registrations>, "registrations");
  return (
    <s-section heading={t("products")}>
      <Shown answer={answer}>
        {({ products }) => (
          <s-stack gap="large">
            {products.length === 0 && <s-text color="subdued">{t("noProducts")}</s-text>}
            {products.map((product, i) => <ProductRow key={product.registrationId ?? `${product.lineId} ${i}`} product={product} />)}
            <BySerial onRegistered={(value) => answer.show({ value })} />
          </s-stack>
        )}
      </Shown>
    </s-section>
  );
}
