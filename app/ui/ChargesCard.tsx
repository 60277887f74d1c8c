import { useState } from "react";
import { Badge, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { Charge } from "../flows/charges.ts";
import { moneyInWords, words } from "./words.en.ts";

const w = words.case.charges;
const tones = { asking: "info", open: "attention", paid: "success", by_hand: "warning", charged: "success" } as const;

/** What the customer owes beside the return, how it stands, and what is left to staff. */
export function ChargesCard({ charges }: { charges: readonly Charge[] }) {
  if (charges.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{w.title}</Text>
        {charges.map((charge) => <OneCharge key={charge.id} charge={charge} />)}
      </BlockStack>
    </Card>
  );
}

function OneCharge({ charge }: { charge: Charge }) {
  const submit = useSubmit(), { state } = useNavigation(), [how, setHow] = useState("");
  const isForStaff = charge.state === "by_hand" || charge.state === "open";
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" align="space-between" blockAlign="start">
        <Text as="p" fontWeight="semibold">{charge.what}</Text>
        <InlineStack gap="200" wrap={false}><Text as="span" numeric>{charge.amount === null ? w.noAmount : moneyInWords(charge.amount, charge.currency)}</Text><Badge tone={tones[charge.state]}>{w.states[charge.state]}</Badge></InlineStack>
      </InlineStack>
      <Text as="p" tone="subdued">{w.help[charge.state]}</Text>
      {isForStaff && <TextField label={w.how} value={how} onChange={setHow} autoComplete="off" connectedRight={<Button loading={state !== "idle"} onClick={() => submit({ intent: "charged", charge: charge.id, how }, { method: "post", preventScrollReset: true })}>{w.done}</Button>} />}
    </BlockStack>
  );
}
