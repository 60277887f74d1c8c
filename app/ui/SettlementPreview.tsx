import { Banner, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { Preview } from "../flows/previewSettlement.ts";
import { moneyInWords, words } from "./words.en.ts";

const w = words.case.preview;

/** What the settlement comes to as the form stands, on demand. */
export function SettlementPreview({ rmaId, values }: { rmaId: string; values: Readonly<Record<string, string>> }) {
  const { load, data, state } = useFetcher<Preview>();
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  return (
    <BlockStack gap="200">
      <InlineStack><Button loading={state === "loading"} onClick={() => load(`/app/rmas/${rmaId}/preview?${new URLSearchParams(filled).toString()}`)}>{w.show}</Button></InlineStack>
      {data && "refused" in data && <Banner tone="info">{data.refused.map(({ message }) => <Text key={message} as="p">{message}</Text>)}</Banner>}
      {data && "rows" in data && <Sums {...data} />}
    </BlockStack>
  );
}

function Sums({ rows, paidBack, currency, said }: Extract<Preview, { rows: unknown }>) {
  const owes = paidBack.startsWith("-"), total = owes ? paidBack.slice(1) : paidBack;
  const shown = rows.filter(({ ours }) => Number(ours) !== 0);
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="100">
        {shown.map(({ what, ours }) => <Row key={what} label={words.rma.rows[what as keyof typeof words.rma.rows]} amount={moneyInWords(ours, currency)} />)}
        <Row label={owes ? w.owed : w.back} amount={moneyInWords(total, currency)} isTotal />
        {said.map((text) => <Text key={text} as="p" tone="subdued">{text}</Text>)}
      </BlockStack>
    </Box>
  );
}

const Row = ({ label, amount, isTotal = false }: { label: string; amount: string; isTotal?: boolean }) => (
  <InlineStack align="space-between" gap="200"><Text as="span" {...(isTotal ? { fontWeight: "semibold" } : {})}>{label}</Text><Text as="span" numeric {...(isTotal ? { fontWeight: "semibold" } : {})}>{amount}</Text></InlineStack>
);
