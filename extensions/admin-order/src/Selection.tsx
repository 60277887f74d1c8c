import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/admin.order-index.selection-action.render";
import { render } from "preact";
import { OpenRmas } from "./OpenRmas.tsx";

declare const shopify: Api;

export default function extension(): void {
  render(<OpenRmas orderIds={shopify.data.selected.map(({ id }) => id)} t={shopify.i18n.translate} close={() => shopify.close()} />, document.body);
}
