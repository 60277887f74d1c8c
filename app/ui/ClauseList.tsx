import { BlockStack, Text } from "@shopify/polaris";
import type { ToldClause } from "../flows/tellDecision.ts";
import { words } from "./words.en.ts";

/** Clauses in their own words, each with its name and its place in the document. */
export function ClauseList({ clauses }: { clauses: readonly ToldClause[] }) {
  return (
    <BlockStack gap="200">
      <Text as="h5" variant="headingXs">{words.common.clauses}</Text>
      {clauses.map(({ id, says, at }) => (
        <BlockStack key={id} gap="050">
          <Text as="p">{says}</Text>
          <Text as="p" tone="subdued" variant="bodySm">{id} · {at}</Text>
        </BlockStack>
      ))}
    </BlockStack>
  );
}
