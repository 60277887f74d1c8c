import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import type { ShownRma } from "../flows/showRma.ts";
import { say, timeInWords, words } from "./words.en.ts";

/** Who did what and when, the latest first. */
export function Timeline({ entries, zone }: Pick<ShownRma, "entries" | "zone">) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{words.rma.timeline}</Text>
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {[...entries].reverse().map(({ id, at, by, text }) => (
            <li key={id}>
              <Box paddingBlock="200" borderBlockStartWidth="025" borderColor="border-secondary">
                <Text as="p">{text}</Text>
                <Text as="p" tone="subdued" variant="bodySm">{say(words.rma.by, { at: timeInWords(at, zone), by })}</Text>
              </Box>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}
