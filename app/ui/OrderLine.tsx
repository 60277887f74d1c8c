import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import type { ShownLine } from "../flows/showOrder.ts";
import { ArrivalForm } from "./ArrivalForm.tsx";
import { DecisionCard } from "./DecisionCard.tsx";
import { counted, dayInWords, say, words } from "./words.en.ts";

const tail = (gid: string): string => gid.split("/").at(-1) ?? "";
/** A last day; before the item has arrived there is none yet, which is not the same as none. */
const dayOr = (day: string | null, { deliveredAt }: ShownLine): string => (day ? dayInWords(day) : deliveredAt ? words.common.none : words.orders.fromDelivery);

/** One line of an order: its days, and the decision for an unwanted and for a defective unit. */
export function OrderLine({ line, orderNumber }: { line: ShownLine; orderNumber: string }) {
  const w = words.orders, source = w.sources[line.deliveredBy as keyof typeof w.sources] ?? line.deliveredBy;
  const facts = [[w.delivered, line.deliveredAt ? `${dayInWords(line.deliveredAt)}, ${source}` : source], [w.returnUntil, dayOr(line.returnUntil, line)], [w.warrantyUntil, dayOr(line.warrantyUntil, line)], [w.registerUntil, dayOr(line.registerUntil, line)]] as const;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" gap="200" blockAlign="start">
          <BlockStack gap="050">
            <Text as="h3" variant="headingMd">{line.title}</Text>
            <Text as="p" tone="subdued">{[counted(w.units, line.quantity), line.sku && say(w.sku, { sku: line.sku })].filter(Boolean).join(" · ")}</Text>
          </BlockStack>
          {line.returnable > 0 && <Button url={`/app/orders/${orderNumber}/start?line=${tail(line.lineId)}`} accessibilityLabel={`${words.start.action}: ${line.title}`}>{words.start.action}</Button>}
        </InlineStack>
        <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
          {facts.map(([label, value]) => <BlockStack key={label} gap="050"><Text as="p" tone="subdued">{label}</Text><Text as="p">{value}</Text></BlockStack>)}
        </InlineGrid>
        <ArrivalForm line={line} />
        {line.returnable === 0 && <Text as="p">{w.nothingLeft}</Text>}
        <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400">
          {line.unwanted && <DecisionCard title={w.unwanted} told={line.unwanted} />}
          {line.defective && <DecisionCard title={w.defective} told={line.defective} />}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
