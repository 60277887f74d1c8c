import { Banner, List } from "@shopify/polaris";
import { counted, words } from "./words.en.ts";

/** What does not fit in something the merchant gave, each with its place; without a title it is a document that does not fit. Nothing where all fits. */
export function IssueBanner({ issues, title }: { issues: readonly { path: string; message: string }[]; title?: string }) {
  if (!issues.length) return null;
  const w = words.policy;
  return (
    <Banner tone="critical" title={title ?? counted(w.issues, issues.length)}>
      <List>
        {issues.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>{path || !title ? <strong>{path || w.wholeDocument} </strong> : null}{message}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
