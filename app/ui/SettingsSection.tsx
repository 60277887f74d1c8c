import type { ReactNode } from "react";
import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";

/** A part of a screen of settings: what it is about beside its fields, above them on a phone. */
export const SettingsSection = ({ title, description, children }: { title: string; description?: string; children: ReactNode }) => (
  <InlineGrid columns={{ xs: 1, md: "2fr 4fr" }} gap="400">
    <Box paddingInline={{ xs: "400", sm: "0" }} paddingBlockStart={{ xs: "0", md: "400" }}>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{title}</Text>
        {description && <Text as="p" tone="subdued">{description}</Text>}
      </BlockStack>
    </Box>
    {children}
  </InlineGrid>
);
