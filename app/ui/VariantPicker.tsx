import { useEffect, useState } from "react";
import { BlockStack, Button, ChoiceList, Spinner, Text, TextField } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { ExchangeChoices } from "../flows/exchangeChoices.ts";
import { moneyInWords, say, words } from "./words.en.ts";

const w = words.case;

/** What may go out for a line, what fits the policy first, each with its stock. */
export function VariantPicker({ rmaId, lineId, remedy, chosen, choose }: { rmaId: string; lineId: string; remedy: string; chosen: string; choose: (variantId: string) => void }) {
  const { load, data, state } = useFetcher<ExchangeChoices>(), [typed, setTyped] = useState("");
  const ask = (text: string): void => load(`/app/rmas/${rmaId}/choices?${new URLSearchParams({ line: lineId, remedy, words: text }).toString()}`);
  useEffect(() => { load(`/app/rmas/${rmaId}/choices?${new URLSearchParams({ line: lineId, remedy }).toString()}`); }, [load, rmaId, lineId, remedy]);
  return (
    <BlockStack gap="200">
      {!data && <Spinner size="small" accessibilityLabel={w.loading} />}
      {data && data.choices.length === 0 && <Text as="p" tone="subdued">{w.none}</Text>}
      {data && data.choices.length > 0 && <ChoiceList title={w.choose} selected={[chosen]} onChange={([next]) => choose(next ?? "")} choices={data.choices.slice(0, 12).map((one) => ({
        value: one.variantId, label: one.title, helpText: [moneyInWords(one.price, data.currency), one.inStock ? say(w.stock, { n: one.available }) : w.noStock, one.fits ? w.fits : ""].filter(Boolean).join(" · "),
      }))} />}
      <TextField label={w.search} value={typed} onChange={setTyped} autoComplete="off" connectedRight={<Button loading={state === "loading"} onClick={() => ask(typed)}>{w.searchButton}</Button>} />
    </BlockStack>
  );
}
