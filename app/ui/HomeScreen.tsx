import { Badge, Banner, BlockStack, Button, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import type { ListedRma } from "../flows/listRmas.ts";
import type { Home } from "../flows/showHome.ts";
import { StateBadge } from "./StateBadge.tsx";
import { sumsInWords, timeInWords, words } from "./words.en.ts";

/** Queues with their counts, the money that waits, what stopped, and what is due next. */
export function HomeScreen({ home }: { home: Home }) {
  const w = words.homeCards;
  const queues = [[w.decide, home.decide, "view=requested"], [w.inspect, home.inspect, "view=received"], [w.settle, home.settle, "view=inspected"], [w.overdue, home.overdue, "due=overdue&sort=due"]] as const;
  return (
    <BlockStack gap="400">
      {!home.hasPolicy && <Banner tone="warning" title={w.noPolicy} action={{ content: words.orders.toPolicy, url: "/app/policy" }}>{w.noPolicyText}</Banner>}
      {home.hasPolicy && !home.hasMapping && <Banner title={w.mapping} action={{ content: words.settings.mappingOpen, url: "/app/settings/mapping" }}>{w.mappingText}</Banner>}
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        {queues.map(([label, n, search]) => (
          <Card key={label}>
            <BlockStack gap="100">
              <Text as="h2" variant="headingSm">{label}</Text>
              <Text as="p" variant="heading2xl">{n}</Text>
              <InlineStack><Button variant="plain" url={`/app/rmas?${search}`} accessibilityLabel={`${w.see}: ${label}`}>{w.see}</Button></InlineStack>
            </BlockStack>
          </Card>
        ))}
      </InlineGrid>
      <Card>
        <BlockStack gap="100"><Text as="h2" variant="headingSm">{w.waiting}</Text><Text as="p" variant="headingLg">{home.waiting ? sumsInWords(home.waiting) : "0"}</Text><Text as="p" tone="subdued">{w.waitingHelp}</Text></BlockStack>
      </Card>
      {home.stuck.length > 0 && <Cases title={w.stuck} rmas={home.stuck} zone={home.zone} />}
      <Cases title={w.next} rmas={home.next} zone={home.zone} />
    </BlockStack>
  );
}

function Cases({ title, rmas, zone }: { title: string; rmas: readonly ListedRma[]; zone: string }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{title}</Text>
        {rmas.length === 0 && <Text as="p" tone="subdued">{words.homeCards.none}</Text>}
        {rmas.map((rma) => (
          <InlineStack key={rma.id} gap="300" blockAlign="center">
            <Link url={`/app/rmas/${rma.id}`}>{rma.number}</Link><StateBadge state={rma.state} /><Text as="span">{rma.items}</Text>
            {rma.dueAt && (rma.isOverdue ? <Badge tone="critical">{`${words.rmas.overdue}: ${timeInWords(rma.dueAt, zone)}`}</Badge> : <Text as="span" tone="subdued">{timeInWords(rma.dueAt, zone)}</Text>)}
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
