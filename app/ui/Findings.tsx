import { useState } from "react";
import { Badge, BlockStack, Box, Button, Card, ChoiceList, InlineStack, List, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { Finding } from "../../policy/check/finding.ts";
import { counted, words } from "./words.en.ts";

type Answer = { findings: readonly (Pick<Finding, "level" | "kind" | "clauses" | "message"> & { example?: { says: string } | undefined })[] };
const tones = { error: "critical", warning: "warning", note: "info" } as const;
const levels = ["error", "warning", "note"] as const;

/** The lint of the policy in force, run when it is asked for. */
export function Findings() {
  const w = words.policy, fetcher = useFetcher<Answer>();
  const findings = fetcher.data?.findings;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{w.findings}</Text>
        {findings ? <Found findings={findings} /> : <Text as="p" tone="subdued">{w.checkHelp}</Text>}
        {!findings && <InlineStack><Button loading={fetcher.state !== "idle"} onClick={() => fetcher.load("/app/policy/findings")}>{w.check}</Button></InlineStack>}
      </BlockStack>
    </Card>
  );
}

function Found({ findings }: Answer) {
  const w = words.policy;
  const [shown, setShown] = useState<string[]>(["error", "warning"]);
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
  if (!findings.length) return <Text as="p">{w.noFindings}</Text>;
  return (
    <BlockStack gap="300">
      <Text as="p">{(["error", "warning", "note"] as const).map((level) => counted(w.checked[level], count(level))).join(", ")}</Text>
      <ChoiceList allowMultiple title={w.only} selected={shown} onChange={setShown} choices={levels.map((level) => ({ value: level, label: `${w.levels[level]} (${count(level)})` }))} />
      {findings.filter((finding) => shown.includes(finding.level)).map((finding, i) => (
        <Box key={i} borderBlockStartWidth="025" borderColor="border" paddingBlockStart="300">
          <BlockStack gap="100">
            <InlineStack gap="200" wrap={false} blockAlign="start"><Badge tone={tones[finding.level]}>{w.levels[finding.level]}</Badge><Text as="p">{finding.message}</Text></InlineStack>
            {finding.example && <List><List.Item>{w.example}: {finding.example.says}</List.Item></List>}
          </BlockStack>
        </Box>
      ))}
    </BlockStack>
  );
}
