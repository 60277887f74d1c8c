import { useState } from "react";
import { BlockStack, Button, Card, DropZone, InlineStack, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import { IssueBanner } from "./IssueBanner.tsx";
import { words } from "./words.en.ts";

/** A policy document typed, pasted or loaded from a file, with all that does not fit named by its place. */
export function ImportPolicy({ issues }: { issues: readonly { path: string; message: string }[] }) {
  const w = words.policy, submit = useSubmit(), { state } = useNavigation();
  const [text, setText] = useState("");
  const load = (files: File[]): void => void files[0]?.text().then(setText);
  return (
    <BlockStack gap="400">
      <IssueBanner issues={issues} />
      <Card>
        <BlockStack gap="300">
          <Text as="p" tone="subdued">{w.importHelp}</Text>
          <DropZone label={w.file} allowMultiple={false} accept=".yaml,.yml,text/yaml" type="file" variableHeight onDrop={load}><DropZone.FileUpload actionTitle={w.file} /></DropZone>
          <TextField label={w.text} value={text} onChange={setText} multiline={12} maxHeight={480} monospaced autoComplete="off" spellCheck={false} />
          <InlineStack><Button variant="primary" loading={state !== "idle"} disabled={!text.trim()} onClick={() => submit({ intent: "read", text }, { method: "post" })}>{w.read}</Button></InlineStack>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
