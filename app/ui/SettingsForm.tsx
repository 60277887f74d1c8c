import { useState } from "react";
import { BlockStack, Button, Card, Checkbox, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import { SaveBar } from "@shopify/app-bridge-react";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { Issue } from "../../policy/claim.ts";
import type { Settings } from "../settings.ts";
import { AddressFields, type TypedAddress } from "./AddressFields.tsx";
import { ChannelFields, type TypedChannel } from "./ChannelFields.tsx";
import { RestockFields } from "./RestockFields.tsx";
import { SettingsSection } from "./SettingsSection.tsx";
import { errorAt } from "./settingsField.ts";
import { splitCodes, splitLines } from "./splitLines.ts";
import { words } from "./words.en.ts";

type Typed = { addresses: TypedAddress[]; holidays: string; ownChannels: string; channels: TypedChannel[]; shipBackDays: string; keepCasesMonths: string; automatic: Settings["automatic"]; restock: Settings["restock"] };

const typedOf = (settings: Settings): Typed => ({
  addresses: settings.returnAddresses.map(({ from, country, lines }) => ({ from: from.join(", "), country, lines: lines.join("\n") })),
  holidays: settings.holidays.join("\n"), ownChannels: settings.ownChannels.join("\n"), channels: (settings.channels ?? []).map(({ from, is, seller, address }) => ({ from, is, seller: seller ?? "", address: address ?? "" })), shipBackDays: String(settings.shipBackDays), keepCasesMonths: String(settings.keepCasesMonths), automatic: settings.automatic, restock: settings.restock,
});

const settingsOf = ({ addresses, holidays, ownChannels, channels, shipBackDays, keepCasesMonths, automatic, restock }: Typed): Omit<Settings, "mapping" | "notices"> => ({
  returnAddresses: addresses.map(({ from, country, lines }) => ({ from: splitCodes(from), country: country.trim().toUpperCase(), lines: splitLines(lines) })),
  holidays: splitLines(holidays), ownChannels: splitLines(ownChannels), channels: channels.map(({ from, is, seller, address }) => ({ from: from.trim(), is, ...(seller.trim() ? { seller: seller.trim() } : {}), ...(address.trim() ? { address: address.trim() } : {}) })), shipBackDays: Number(shipBackDays), keepCasesMonths: Number(keepCasesMonths), automatic, restock,
});

/** The shop's settings but for the item mapping, with the admin's save bar while something is not saved. */
export function SettingsForm({ settings, zone, currency, errors: found }: { settings: Settings; zone: string; currency: string; errors: readonly Issue[] }) {
  const w = words.settings, submit = useSubmit(), { state } = useNavigation();
  const saved = typedOf(settings);
  const [typed, setTyped] = useState(saved), [sent, setSent] = useState<Typed | null>(null);
  // What was wrong is said of what was sent: a place may be another one by now.
  const errors = sent === typed ? found : [];
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  // What is typed and saved may differ in letters and spaces alone.
  const isDirty = JSON.stringify(settingsOf(typed)) !== JSON.stringify(settingsOf(saved));
  const save = (): void => {
    setSent(typed);
    submit({ settings: JSON.stringify(settingsOf(typed)) }, { method: "post" });
  };
  return (
    <>
      <SaveBar id="settings" open={isDirty}>
        <button type="button" variant="primary" onClick={save} {...(state === "idle" ? {} : { loading: "" })}>{words.common.save}</button>
        <button type="button" onClick={() => setTyped(saved)}>{words.common.discard}</button>
      </SaveBar>
      <BlockStack gap="600">
        <SettingsSection title={w.mapping} description={w.mappingHelp}>
          <Card><InlineStack><Button url="/app/settings/mapping">{w.mappingOpen}</Button></InlineStack></Card>
        </SettingsSection>
        <SettingsSection title={words.notices.title} description={words.notices.help}>
          <Card><InlineStack><Button url="/app/settings/notices">{words.notices.open}</Button></InlineStack></Card>
        </SettingsSection>
        <SettingsSection title={words.data.title} description={words.data.help}>
          <Card><InlineStack><Button url="/app/settings/reading">{words.data.open}</Button></InlineStack></Card>
        </SettingsSection>
        <SettingsSection title={w.addresses} description={w.addressesHelp}>
          <AddressFields errors={errors} addresses={typed.addresses} change={(addresses) => set({ addresses })} />
        </SettingsSection>
        <SettingsSection title={w.calendar} description={w.zoneHelp}>
          <Card>
            <FormLayout>
              <Text as="p">{w.zone}: {zone} · {w.currency}: {currency}</Text>
              <TextField label={w.holidays} helpText={w.holidaysHelp} error={errorAt(errors, "holidays")} value={typed.holidays} onChange={(holidays) => set({ holidays })} multiline={4} autoComplete="off" />
              <TextField label={w.shipBack} helpText={w.shipBackHelp} error={errorAt(errors, "shipBackDays")} type="number" min={1} max={365} value={typed.shipBackDays} onChange={(shipBackDays) => set({ shipBackDays })} autoComplete="off" />
            </FormLayout>
          </Card>
        </SettingsSection>
        <SettingsSection title={w.channels} description={w.channelsHelp}>
          <ChannelFields errors={errors} own={typed.ownChannels} channels={typed.channels} change={set} />
        </SettingsSection>
        <SettingsSection title={words.case.places.title} description={words.case.places.help}>
          <Card><RestockFields restock={typed.restock} change={(restock) => set({ restock })} /></Card>
        </SettingsSection>
        <SettingsSection title={w.automatic}>
          <Card>
            <BlockStack>
              <Checkbox label={w.approve} checked={typed.automatic.approve} onChange={(approve) => set({ automatic: { ...typed.automatic, approve } })} />
              <Checkbox label={w.decline} checked={typed.automatic.decline} onChange={(decline) => set({ automatic: { ...typed.automatic, decline } })} />
            </BlockStack>
          </Card>
        </SettingsSection>
        <SettingsSection title={w.privacy} description={w.privacyHelp}>
          <Card>
            <FormLayout>
              <TextField label={w.keepCases} helpText={w.keepCasesHelp} error={errorAt(errors, "keepCasesMonths")} type="number" min={1} max={120} value={typed.keepCasesMonths} onChange={(keepCasesMonths) => set({ keepCasesMonths })} autoComplete="off" />
              <InlineStack gap="200"><Button url="/app/settings/audit">{w.auditOpen}</Button><Button url="/app/settings/requests">{words.data.requestsOpen}</Button></InlineStack>
            </FormLayout>
          </Card>
        </SettingsSection>
      </BlockStack>
    </>
  );
}
