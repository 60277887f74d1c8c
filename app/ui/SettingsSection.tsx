import type { ReactNode } from "react";
import { Box, InlineGrid } from "@shopify/polaris";
import { SectionHeading } from "./SectionHeading.tsx";

/** A part of a screen of settings: what it is about beside its fields, above them on a phone. */
export const SettingsSection = ({ title, description, children }: { title: string; description?: string; children: ReactNode }) => (
  <InlineGrid columns={{ xs: 1, md: "2fr 4fr" }} gap="400">
    <Box paddingBlockStart={{ xs: "0", md: "400" }}><SectionHeading title={title} help={description} /></Box>
    {children}
  </InlineGrid>
);
