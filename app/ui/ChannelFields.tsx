import { BlockStack, Button, Card, FormLayout, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import type { Issue } from "../../policy/claim.ts";
import type { Settings } from "../settings.ts";
import { errorAt } from "./settingsField.ts";
import { words } from "./words.en.ts";

const w = words.settings;
export type TypedChannel = { from: string; is: NonNullable<Settings["channels"]>[number]["is"]; seller: string; address: string };
const kinds = Object.entries(w.kinds).map(([value, label]) => ({ value, label }));

/** The shop's own channels, and what each other channel is. */
export function ChannelFields({ own, channels, errors, change }: { own: string; channels: TypedChannel[]; errors: readonly Issue[]; change: (part: { ownChannels?: string; channels?: TypedChannel[] }) => void }) {
  const set = (i: number, part: Partial<TypedChannel>): void => change({ channels: channels.map((one, k) => (k === i ? { ...one, ...part } : one)) });
  return (
    <Card>
      <BlockStack gap="400">
        <TextField label={w.ownChannels} helpText={w.ownChannelsHelp} error={errorAt(errors, "ownChannels")} value={own} onChange={(ownChannels) => change({ ownChannels })} multiline={3} autoComplete="off" />
        <Text as="h3" variant="headingSm">{w.otherChannels}</Text>
        {channels.map((channel, i) => (
          <FormLayout key={i}>
            <FormLayout.Group>
              <TextField label={w.otherFrom} error={errorAt(errors, `channels[${i}].from`)} value={channel.from} onChange={(from) => set(i, { from })} autoComplete="off" />
              <Select label={w.otherIs} options={kinds} value={channel.is} onChange={(is) => set(i, { is: is as TypedChannel["is"] })} />
              <TextField label={w.otherSeller} helpText={w.otherSellerHelp} error={errorAt(errors, `channels[${i}].seller`)} value={channel.seller} onChange={(seller) => set(i, { seller })} autoComplete="off" />
            </FormLayout.Group>
            <TextField label={w.otherAddress} helpText={w.otherAddressHelp} error={errorAt(errors, `channels[${i}].address`)} value={channel.address} onChange={(address) => set(i, { address })} maxLength={300} autoComplete="off" />
            <InlineStack><Button variant="plain" tone="critical" accessibilityLabel={`${words.common.remove}: ${channel.from}`} onClick={() => change({ channels: channels.filter((_, k) => k !== i) })}>{words.common.remove}</Button></InlineStack>
          </FormLayout>
        ))}
        <InlineStack><Button onClick={() => change({ channels: [...channels, { from: "", is: "retailer", seller: "", address: "" }] })}>{w.addChannel}</Button></InlineStack>
      </BlockStack>
    </Card>
  );
}
