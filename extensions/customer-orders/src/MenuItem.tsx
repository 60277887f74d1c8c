import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { host } from "../../account/host.ts";
import { pageAddress } from "../../account/pageAddress.ts";
import { t } from "../../account/words.ts";

export default function extension(): void {
  render(<s-button href={pageAddress(host().orderId ?? "")}>{t("menu")}</s-button>, document.body);
}
