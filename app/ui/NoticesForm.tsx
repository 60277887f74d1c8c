import { useState } from "react";
import { BlockStack, Card, Checkbox, InlineStack, TextField } from "@shopify/polaris";
import { SaveBar } from "@shopify/app-bridge-react";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { Notices } from "../settings.ts";
import { SettingsSection } from "./SettingsSection.tsx";
import { words } from "./words.en.ts";

const w = words.notices;
type Mail = keyof Notices["mails"];
type Trigger = keyof typeof w.triggers;
const mails = Object.keys(w.mail) as Mail[], triggers = Object.keys(w.triggers) as Trigger[];

/** Which notices go out, kept by the admin's save bar. */
export function NoticesForm({ notices }: { notices: Notices }) {
  const submit = useSubmit(), { state } = useNavigation(), [typed, setTyped] = useState(notices);
  const isDirty = JSON.stringify(typed) !== JSON.stringify(notices);
  const save = (): void => submit({ notices: JSON.stringify(typed) }, { method: "post" });
  return (
    <>
      <SaveBar id="notices" open={isDirty}>
        <button type="button" variant="primary" onClick={save} {...(state === "idle" ? {} : { loading: "" })}>{words.common.save}</button>
        <button type="button" onClick={() => setTyped(notices)}>{words.common.discard}</button>
      </SaveBar>
      <BlockStack gap="600">
        <SettingsSection title={w.mails} description={w.mailsHelp}>
          <Card>
            <BlockStack gap="200">
              {mails.map((mail) => <Checkbox key={mail} label={w.mail[mail]} checked={typed.mails[mail]} onChange={(isOn) => setTyped({ ...typed, mails: { ...typed.mails, [mail]: isOn } })} />)}
              <TextField label={w.declinedText} helpText={w.declinedTextHelp} value={typed.declinedText} maxLength={200} showCharacterCount multiline={2} autoComplete="off" onChange={(declinedText) => setTyped({ ...typed, declinedText })} />
            </BlockStack>
          </Card>
        </SettingsSection>
        <SettingsSection title={w.flow} description={w.flowHelp}>
          <Card>
            <BlockStack gap="300">
              {triggers.map((trigger) => <TriggerField key={trigger} trigger={trigger} typed={typed} setTyped={setTyped} />)}
            </BlockStack>
          </Card>
        </SettingsSection>
      </BlockStack>
    </>
  );
}

function TriggerField({ trigger, typed, setTyped }: { trigger: Trigger; typed: Notices; setTyped: (next: Notices) => void }) {
  const now = typed[trigger], days = "days" in now ? now.days : null;
  const set = (part: object): void => setTyped({ ...typed, [trigger]: { ...now, ...part } });
  return (
    <InlineStack gap="300" align="space-between" blockAlign="center">
      <Checkbox label={w.triggers[trigger]} checked={now.isOn} onChange={(isOn) => set({ isOn })} />
      {days !== null && now.isOn && <div style={{ width: 110 }}><TextField label={w.days} type="number" min={1} max={60} value={String(days)} onChange={(text) => set({ days: Number(text) })} autoComplete="off" /></div>}
    </InlineStack>
  );
}
