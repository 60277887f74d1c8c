import "@shopify/ui-extensions/preact";

export default function extension(): void {
  throw new Error("broken on purpose");
}
