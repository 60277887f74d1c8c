import { BlockStack, Text } from "@shopify/polaris";
import { OffEdge } from "./OffEdge.tsx";

/** What a part of a screen is about, outside its cards. */
export const SectionHeading = ({ title, help }: { title: string; help?: string | undefined }) => (
  <OffEdge>
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">{title}</Text>
      {help && <Text as="p" tone="subdued">{help}</Text>}
    </BlockStack>
  </OffEdge>
);
