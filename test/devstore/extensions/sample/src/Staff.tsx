import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";

export default function extension(): void {
  render(<Staff />, document.body);
}

function Staff() {
  const [said, setSaid] = useState("…");
  useEffect(() => { void fetch("/open").then((answer) => setSaid(`the app answered ${answer.status} to ${shopify.data.selected[0]?.id ?? "nobody"}`)); }, []);
  return <s-admin-block heading="Sample block"><s-text>{said}</s-text></s-admin-block>;
}
