import "@shopify/ui-extensions/preact";
import { render } from "preact";

export default function extension(): void {
  render(<s-button href={`extension:sample-page/?orderId=${shopify.orderId}`}>Open the sample page</s-button>, document.body);
}
