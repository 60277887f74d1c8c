import { Card, InlineStack, Link, Text } from "@shopify/polaris";
import { StateBadge } from "./StateBadge.tsx";
import { words } from "./words.en.ts";

/** The RMAs of an order; nothing where there is none. */
export function RmaLinks({ rmas }: { rmas: readonly { id: string; number: string; state: string }[] }) {
  if (!rmas.length) return null;
  return (
    <Card>
      <InlineStack gap="400" blockAlign="center">
        <Text as="h3" variant="headingSm">{words.nav.rmas}</Text>
        {rmas.map(({ id, number, state }) => <InlineStack key={id} gap="150" blockAlign="center"><Link url={`/app/rmas/${id}`}>{number}</Link><StateBadge state={state} /></InlineStack>)}
      </InlineStack>
    </Card>
  );
}
