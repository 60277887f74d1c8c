import { useState } from "react";
import { useNavigation, useSubmit } from "@remix-run/react";
import { Banner, BlockStack, Button, DataTable, InlineStack, Text, TextField } from "@shopify/polaris";
import type { ShownRma } from "../flows/showRma.ts";
import { moneyInWords, words } from "./words.en.ts";

/** Money that was not paid because the amounts differ, both sides line by line; or work that somebody must look at. */
export function StoppedBanner({ rma: { stopped, unclear } }: { rma: ShownRma }) {
  const w = words.rma;
  if (unclear !== null) return <UnclearBanner text={unclear} />;
  if (!stopped) return null;
  const money = (amount: string): string => moneyInWords(amount, stopped.currency);
  return (
    <Banner tone="warning" title={w.stopped}>
      <BlockStack gap="200">
        <DataTable columnContentTypes={["text", "numeric", "numeric"]} headings={[w.what, w.ours, w.shopify]} rows={stopped.rows.map((row) => [w.rows[row.what as keyof typeof w.rows], money(row.ours), money(row.shopify ?? "")])} totals={["", money(stopped.ours), money(stopped.shopify)]} totalsName={{ singular: w.sum, plural: w.sum }} />
      </BlockStack>
    </Banner>
  );
}

/** A change of which no answer came: what somebody saw at Shopify settles it. */
function UnclearBanner({ text }: { text: string }) {
  const w = words.case.unclear, submit = useSubmit(), { state } = useNavigation(), [reason, setReason] = useState("");
  const post = (happened: boolean): void => submit({ intent: "resolve", happened: String(happened), reason }, { method: "post", preventScrollReset: true });
  return (
    <Banner tone="critical" title={words.rma.unclear}>
      <BlockStack gap="200">
        <Text as="p">{text} {w.help}</Text>
        <TextField label={w.reason} value={reason} onChange={setReason} autoComplete="off" />
        <InlineStack gap="200">{[true, false].map((happened) => <Button key={String(happened)} disabled={!reason.trim()} loading={state !== "idle"} onClick={() => post(happened)}>{happened ? w.happened : w.not}</Button>)}</InlineStack>
      </BlockStack>
    </Banner>
  );
}
