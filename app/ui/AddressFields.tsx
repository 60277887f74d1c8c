import { BlockStack, Button, Card, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import type { Issue } from "../../policy/claim.ts";
import { OffEdge } from "./OffEdge.tsx";
import { errorAt } from "./settingsField.ts";
import { words } from "./words.en.ts";

export type TypedAddress = { from: string; country: string; lines: string };

/** Return addresses, each with the countries it is for. */
export function AddressFields({ addresses, errors, change }: { addresses: readonly TypedAddress[]; errors: readonly Issue[]; change: (addresses: TypedAddress[]) => void }) {
  const w = words.settings;
  const set = (at: number, part: Partial<TypedAddress>): void => change(addresses.map((address, i) => (i === at ? { ...address, ...part } : address)));
  return (
    <BlockStack gap="300">
      {addresses.length === 0 && <Card><Text as="p" tone="subdued">{w.noAddress}</Text></Card>}
      {addresses.map((address, i) => (
        <Card key={i}>
          <FormLayout>
            <FormLayout.Group>
              <TextField label={w.from} helpText={w.fromHelp} error={errorAt(errors, `returnAddresses[${i}].from`)} value={address.from} onChange={(from) => set(i, { from })} autoComplete="off" />
              <TextField label={w.country} error={errorAt(errors, `returnAddresses[${i}].country`)} value={address.country} maxLength={2} onChange={(country) => set(i, { country })} autoComplete="off" />
            </FormLayout.Group>
            <TextField label={w.lines} helpText={w.linesHelp} error={errorAt(errors, `returnAddresses[${i}].lines`)} value={address.lines} onChange={(lines) => set(i, { lines })} multiline={4} autoComplete="off" />
            <InlineStack align="end"><Button tone="critical" variant="plain" onClick={() => change(addresses.filter((_, at) => at !== i))} accessibilityLabel={`${words.common.remove}: ${w.lines} ${i + 1}`}>{words.common.remove}</Button></InlineStack>
          </FormLayout>
        </Card>
      ))}
      <OffEdge><Button onClick={() => change([...addresses, { from: "*", country: "", lines: "" }])}>{w.addAddress}</Button></OffEdge>
    </BlockStack>
  );
}
