import { useState } from "react";
import { BlockStack, Box, Button, Card, DescriptionList, DropZone, InlineStack, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import { IssueBanner } from "./IssueBanner.tsx";
import { words } from "./words.en.ts";

const w = words.registrations;

/** A file of registrations chosen or pasted, with its columns explained. */
export function RegistrationFile({ issues }: { issues: readonly { path: string; message: string }[] }) {
  const submit = useSubmit(), { state } = useNavigation(), [text, setText] = useState("");
  const load = (files: File[]): void => void files[0]?.text().then(setText);
  return (
    <BlockStack gap="400">
      <IssueBanner issues={issues} title={w.notRead} />
      <Card>
        <BlockStack gap="300">
          <Text as="p" tone="subdued">{w.importHelp}</Text>
          <DropZone label={w.file} allowMultiple={false} accept=".csv,text/csv" type="file" variableHeight onDrop={load}><DropZone.FileUpload actionTitle={w.file} /></DropZone>
          <TextField label={w.text} value={text} onChange={setText} multiline={6} maxHeight={320} monospaced autoComplete="off" spellCheck={false} />
          <InlineStack><Button variant="primary" loading={state !== "idle"} disabled={!text.trim()} onClick={() => submit({ text }, { method: "post" })}>{w.check}</Button></InlineStack>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">{w.columns}</Text>
          <DescriptionList items={w.columnRows.map(([column, needed, meaning]) => ({ term: column, description: `${meaning}. ${w.needed}: ${needed}.` }))} />
          <Text as="h3" variant="headingSm">{w.exampleTitle}</Text>
          <Box background="bg-surface-secondary" padding="300" borderRadius="200" overflowX="scroll"><pre style={{ margin: 0 }} tabIndex={0}>{w.example}</pre></Box>
          <Text as="p" tone="subdued">{w.again}</Text>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
