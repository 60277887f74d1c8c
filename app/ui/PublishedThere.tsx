import { useEffect } from "react";
import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { PublishedThere as Answer } from "../flows/publishedPolicy.ts";
import { counted, words } from "./words.en.ts";

/** Numbers in the return policy that the store itself publishes and this one does not have, and the other way round. */
export function PublishedThere() {
  const w = words.policy.published, fetcher = useFetcher<Answer>(), { load } = fetcher, found = fetcher.data;
  useEffect(() => load("/app/policy/published"), [load]);
  if (found?.state !== "compared" || (found.theirs.length === 0 && found.ours.length === 0)) return null;
  return (
    <Banner tone="warning" title={counted(w.title, found.theirs.length + found.ours.length)}>
      <BlockStack gap="200">
        <Text as="p">{w.help} <Link url={found.url} target="_blank">{w.open}</Link></Text>
        {found.theirs.length > 0 && <Differing title={w.theirs} rows={found.theirs.map(({ number, sentence }) => ({ number, text: sentence }))} />}
        {found.ours.length > 0 && <Differing title={w.ours} rows={found.ours.map(({ number, clauses }) => ({ number, text: clauses.map(({ id, says }) => `${says} (${id})`).join(" ") }))} />}
      </BlockStack>
    </Banner>
  );
}

function Differing({ title, rows }: { title: string; rows: readonly { number: string; text: string }[] }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">{title}</Text>
      <List>{rows.map(({ number, text }) => <List.Item key={number}><Text as="span" fontWeight="semibold">{number}</Text>: {text}</List.Item>)}</List>
    </BlockStack>
  );
}
