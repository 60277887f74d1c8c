import { Banner, BlockStack, DataTable, Text } from "@shopify/polaris";
import type { ShownRma } from "../flows/showRma.ts";
import { words } from "./words.en.ts";

/** Money that was not paid because the amounts differ, both sides line by line; or work that somebody must look at. */
export function StoppedBanner({ rma: { stopped, unclear } }: { rma: ShownRma }) {
  const w = words.rma;
  if (unclear !== null) return <Banner tone="critical" title={w.unclear}><Text as="p">{unclear}</Text></Banner>;
  if (!stopped) return null;
  return (
    <Banner tone="warning" title={w.stopped}>
      <BlockStack gap="200">
        <DataTable columnContentTypes={["text", "numeric", "numeric"]} headings={[w.what, w.ours, w.shopify]} rows={stopped.rows.map((row) => [row.what, row.ours, row.shopify ?? ""])} totals={["", `${stopped.ours} ${stopped.currency}`, `${stopped.shopify} ${stopped.currency}`]} totalsName={{ singular: w.sum, plural: w.sum }} />
      </BlockStack>
    </Banner>
  );
}
