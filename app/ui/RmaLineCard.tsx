import { Badge, Banner, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { english } from "../../policy/words.en.ts";
import type { ShownRmaLine } from "../flows/showRma.ts";
import { DecisionCard } from "./DecisionCard.tsx";
import { LinePhotos } from "./LinePhotos.tsx";
import { LineQuote } from "./LineQuote.tsx";
import { say, sumsInWords, words } from "./words.en.ts";

export const remedyName = (remedy: string): string => (english.remedies as Readonly<Record<string, string>>)[remedy] ?? remedy;

/** One line: what was promised, what arrived and was found, and the decision as it stands. */
export function RmaLineCard({ line, rmaId }: { line: ShownRmaLine; rmaId: string }) {
  const w = words.rma, { promised } = line;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">{line.quantity} × {line.title}</Text>
          {promised && <Badge tone="info">{`${w.promised}: ${promised.amount ? say(w.refund, { remedy: remedyName(promised.remedy), amount: sumsInWords(promised.amount) }) : remedyName(promised.remedy)}`}</Badge>}
        </InlineStack>
        <BlockStack gap="050">
          <Text as="p" tone="subdued">{say(w.units, { received: line.received, n: line.quantity, settled: line.settled })}</Text>
          {line.finding && <Text as="p">{say(w.finding, { what: [english.findings[line.finding] ?? line.finding.replaceAll("_", " "), line.findingNote].filter(Boolean).join(", ") })}</Text>}
          {line.serial && <Text as="p">{say(w.serial, { n: line.serial })}</Text>}
          {line.serialWarnings.length > 0 && <Banner tone="warning" title={words.case.serialWarning}>{line.serialWarnings.map((text) => <Text key={text} as="p">{text}</Text>)}</Banner>}
          {line.override && <Text as="p" tone="caution">{say(w.against, { why: line.override })}</Text>}
        </BlockStack>
        {(line.quote || (line.remedy ?? "").startsWith("paid_repair") || line.told.answers.some(({ remedy }) => remedy.startsWith("paid_repair"))) && line.settled < line.quantity && <LineQuote line={line} />}
        <LinePhotos rmaId={rmaId} lineId={line.id} photos={line.photos} />
        <DecisionCard title={w.decided} told={line.told} />
      </BlockStack>
    </Card>
  );
}
