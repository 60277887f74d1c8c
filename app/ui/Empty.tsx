import type { ReactNode } from "react";
import { BlockStack, Box, Text } from "@shopify/polaris";

/** What stands where a list has nothing to show. Polaris' own lays a placeholder over the words until its picture is there, and we have none. */
export const Empty = ({ heading, text, children }: { heading: string; text?: string; children?: ReactNode }) => (
  <Box padding="800">
    <BlockStack gap="200" inlineAlign="center">
      <Text as="h2" variant="headingMd" alignment="center">{heading}</Text>
      {text && <Text as="p" alignment="center">{text}</Text>}
      {children}
    </BlockStack>
  </Box>
);
