import { useState } from "react";
import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { ShownRmaLine } from "../flows/showRma.ts";
import { moneyInWords, say, words } from "./words.en.ts";

const w = words.case;

/** The price of a paid repair: named by staff, answered by the customer. */
export function LineQuote({ line }: { line: ShownRmaLine }) {
  const submit = useSubmit(), { state } = useNavigation(), [amount, setAmount] = useState(line.quote?.amount ?? ""), { quote } = line;
  const post = (fields: Record<string, string>): void => submit({ line: line.id, ...fields }, { method: "post", preventScrollReset: true });
  const said = quote && say(quote.accepted === null ? w.waiting : quote.accepted ? w.accepted : w.refused, { amount: moneyInWords(quote.amount, quote.currency) });
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">{w.quote}</Text>
      {said && <Text as="p">{said}</Text>}
      {!quote?.accepted && <TextField label={say(w.amount, { currency: line.currency })} helpText={w.quoteHelp} value={amount} onChange={setAmount} autoComplete="off" inputMode="decimal" connectedRight={<Button loading={state !== "idle"} disabled={!amount.trim()} onClick={() => post({ intent: "quote", amount })}>{w.sendQuote}</Button>} />}
      {quote?.accepted === null && <InlineStack gap="200"><Button size="slim" onClick={() => post({ intent: "quoteAnswer", accepted: "true" })}>{w.byPhone}</Button><Button size="slim" onClick={() => post({ intent: "quoteAnswer", accepted: "false" })}>{w.refusedByPhone}</Button></InlineStack>}
    </BlockStack>
  );
}
