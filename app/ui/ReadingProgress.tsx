import { Badge, Banner, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { Reading } from "../flows/showReading.ts";
import { counted, say, timeInWords, words } from "./words.en.ts";

const w = words.data;
const named = (names: Readonly<Record<string, string>>, name: string): string => names[name] ?? name;

/** How far reading the orders is and what it is doing. */
export function ReadingProgress({ run, zone }: { run: Reading["run"]; zone: string }) {
  const submit = useSubmit(), { state } = useNavigation(), again = <InlineStack><Button loading={state !== "idle"} disabled={run?.state === "running"} onClick={() => submit({}, { method: "post" })}>{w.again}</Button></InlineStack>;
  if (!run) return <Banner title={w.none}><BlockStack gap="200"><Text as="p">{w.noneText}</Text>{again}</BlockStack></Banner>;
  const percent = run.found > 0 ? Math.min(100, Math.floor((100 * run.done) / run.found)) : 0, isRunning = run.state === "running";
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center"><Text as="h2" variant="headingMd" id="reading-kind">{named(w.kinds, run.kind)}</Text><Badge tone={isRunning ? "info" : run.state === "done" ? "success" : "warning"}>{named(w.states, run.state)}</Badge></InlineStack>
        {isRunning && <ProgressBar progress={percent} size="small" ariaLabelledBy="reading-kind" />}
        <div aria-live="polite"><Text as="p">{isRunning && run.found > 0 ? counted(w.progress, run.found, { done: run.done, percent }) : counted(isRunning ? w.some : w.read, run.done)}{isRunning ? `. ${named(w.stages, run.stage)}.` : ""}</Text></div>
        {run.message && <Text as="p" tone="caution">{run.message}</Text>}
        <Text as="p" tone="subdued">{say(w.started, { at: timeInWords(run.startedAt, zone) })}{run.finishedAt ? ` · ${say(w.finished, { at: timeInWords(run.finishedAt, zone) })}` : ""}</Text>
        {again}
      </BlockStack>
    </Card>
  );
}
