import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { counted, say, words } from "./words.en.ts";

export type Shipped = { id: string; merchant: string; document: string; version: string; clauses: number; readings: number };

/** The policies to start from, and the way to bring one's own. */
export function ShippedPolicies({ policies }: { policies: readonly Shipped[] }) {
  const w = words.policy;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">{w.emptyTitle}</Text>
          <Text as="p" tone="subdued">{w.empty}</Text>
          <InlineStack><Button url="/app/policy/new">{w.import}</Button></InlineStack>
        </BlockStack>
      </Card>
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 3 }} gap="400">
        {policies.map(({ id, merchant, document, version, clauses, readings }) => (
          <Card key={id}>
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">{merchant}</Text>
              <Text as="p">{document}</Text>
              <Text as="p" tone="subdued">{[say(w.version, { version }), counted(w.clauses, clauses), counted(w.readings, readings)].join(" · ")}</Text>
              <InlineStack><Button url={`/app/policy/new?from=shipped:${id}`} accessibilityLabel={`${w.start}: ${merchant}`}>{w.start}</Button></InlineStack>
            </BlockStack>
          </Card>
        ))}
      </InlineGrid>
    </BlockStack>
  );
}
