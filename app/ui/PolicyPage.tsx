import { Card } from "@shopify/polaris";
import { words } from "./words.en.ts";

/** The policy's readable page in a frame of its own: no scripts, no forms, its own styles. */
export function PolicyPage({ html }: { html: string }) {
  return (
    <Card padding="0">
      <iframe title={words.policy.openPage} srcDoc={html} sandbox="" style={{ border: 0, width: "100%", height: "70vh", display: "block", borderRadius: 12 }} />
    </Card>
  );
}
