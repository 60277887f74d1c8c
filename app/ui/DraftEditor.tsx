import { useState } from "react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import { typedValue, type DraftView, type SourceFields } from "./draft.ts";
import { ReadingChoice } from "./ReadingChoice.tsx";
import { SectionHeading } from "./SectionHeading.tsx";
import { words } from "./words.en.ts";

/** Readings, open settings and the date of a new version. `isFirst`: no date is asked, the version holds for all orders. */
export function DraftEditor({ draft, source, today, isFirst }: { draft: DraftView; source: SourceFields; today: string; isFirst: boolean }) {
  const w = words.draft, submit = useSubmit(), { state } = useNavigation();
  const [choices, setChoices] = useState(draft.choices);
  const [typed, setTyped] = useState(() => Object.fromEntries(Object.entries(draft.values).map(([name, value]) => [name, value === null ? "" : String(value)])));
  const [day, setDay] = useState(today);
  const values = Object.fromEntries(Object.entries(draft.settings).map(([name, { kind }]) => [name, typedValue(typed[name] ?? "", kind)]));
  const publish = (): void => submit({ intent: "publish", ...source, choices: JSON.stringify(choices), settings: JSON.stringify(values), ...(isFirst ? {} : { day }) }, { method: "post" });
  return (
    <BlockStack gap="600">
      <BlockStack gap="300">
        <SectionHeading title={w.readingsTitle} help={w.readingsHelp} />
        {draft.readings.map((reading) => <ReadingChoice key={reading.id} reading={reading} source={source} choices={choices} values={values} choose={(letter) => setChoices({ ...choices, [reading.id]: letter })} />)}
      </BlockStack>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">{w.settingsTitle}</Text>
          {Object.keys(draft.settings).length ? <Text as="p" tone="subdued">{w.settingsHelp}</Text> : <Text as="p">{w.noSettings}</Text>}
          <FormLayout>
            {Object.entries(draft.settings).map(([name, setting]) => (
              <TextField key={name} label={setting.says} helpText={w.kinds[setting.kind]} value={typed[name] ?? ""} onChange={(value) => setTyped({ ...typed, [name]: value })} autoComplete="off" />
            ))}
          </FormLayout>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">{w.publishTitle}</Text>
          {isFirst ? <Text as="p">{w.first}</Text> : <TextField type="date" label={w.date} helpText={w.dateHelp} value={day} min={today} onChange={setDay} autoComplete="off" />}
          <InlineStack><Button variant="primary" loading={state !== "idle"} onClick={publish}>{w.publish}</Button></InlineStack>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
