import { useState } from "react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Text } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { ShownRma } from "../flows/showRma.ts";
import { ApproveFields, DeclineFields, InspectFields, NoteFields, ReceiveFields, SentFields, SettleFields, usualFindings } from "./RmaFields.tsx";
import { words } from "./words.en.ts";

export type Typed = { values: Record<string, string>; set: (name: string, value: string) => void };
type Act = { intent: string; title: string; button: string; tone?: "critical"; fields?: (rma: ShownRma, typed: Typed) => React.ReactNode };

const w = words.rma;
const approve: Act = { intent: "approve", title: w.approve, button: w.approve, fields: (rma, typed) => <ApproveFields rma={rma} typed={typed} /> };
const decline: Act = { intent: "decline", title: w.decline, button: w.confirmDecline, tone: "critical", fields: (_, typed) => <DeclineFields typed={typed} /> };
const sent: Act = { intent: "sent", title: w.sent, button: w.sent, fields: (_, typed) => <SentFields typed={typed} /> };
const receive: Act = { intent: "receive", title: w.receive, button: w.receiveNow, fields: (rma, typed) => <ReceiveFields rma={rma} typed={typed} /> };
const inspect: Act = { intent: "inspect", title: w.inspect, button: w.inspectNow, fields: (rma, typed) => <InspectFields rma={rma} typed={typed} /> };
const settle: Act = { intent: "settle", title: w.settle, button: w.settleNow, fields: (rma, typed) => <SettleFields rma={rma} typed={typed} /> };
const cancel: Act = { intent: "cancel", title: w.cancel, button: w.cancel, tone: "critical" };
const close: Act = { intent: "close", title: w.close, button: w.close };
const reopen: Act = { intent: "reopen", title: w.reopen, button: w.reopen };

/** What the table of states allows, the usual first. */
const byState: Readonly<Record<string, readonly Act[]>> = {
  requested: [approve, decline, cancel], approved: [receive, sent, cancel], under_way: [receive, cancel, close], received: [inspect, receive], inspected: [settle, inspect, receive], settling: [settle], settled: [close], closed: [reopen], declined: [reopen], cancelled: [reopen],
};

/** What to do now: one act after the other, the usual one open. */
export function RmaActions({ rma }: { rma: ShownRma }) {
  const acts = byState[rma.state] ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const act = acts.find(({ intent }) => intent === chosen) ?? acts[0];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{w.next}</Text>
        {acts.length > 1 && <InlineStack gap="200">{acts.map((one) => <Button key={one.intent} size="slim" pressed={one === act} onClick={() => setChosen(one.intent)}>{one.title}</Button>)}</InlineStack>}
        {act ? <ActForm key={act.intent} act={act} rma={rma} /> : <Text as="p">{w.nothing}</Text>}
      </BlockStack>
    </Card>
  );
}

/** What stands in the fields before anything is typed: all that is to come, and the first line that waits for inspection. */
function usualValues(intent: string, rma: ShownRma): Record<string, string> {
  if (intent === "receive") return Object.fromEntries(rma.lines.map((line) => [`arrived ${line.id}`, String(line.quantity - line.received)]));
  if (intent !== "inspect") return {};
  const here = rma.lines.filter((line) => line.received > line.settled);
  return { line: (here.find((line) => !line.isInspected) ?? here[0])?.id ?? "", finding: usualFindings[0] };
}

function ActForm({ act, rma }: { act: Act; rma: ShownRma }) {
  const submit = useSubmit(), { state } = useNavigation();
  const [values, setValues] = useState<Record<string, string>>({});
  const filled = { ...usualValues(act.intent, rma), ...values };
  const typed: Typed = { values: filled, set: (name, value) => setValues((before) => ({ ...before, [name]: value })) };
  return (
    <FormLayout>
      {act.fields?.(rma, typed)}
      <InlineStack><Button variant="primary" {...(act.tone ? { tone: act.tone } : {})} loading={state !== "idle"} onClick={() => submit({ ...filled, intent: act.intent }, { method: "post", preventScrollReset: true })}>{act.button}</Button></InlineStack>
    </FormLayout>
  );
}

/** A note for staff. */
export function NoteForm() {
  const submit = useSubmit(), [text, setText] = useState("");
  const add = (): void => { submit({ intent: "note", text }, { method: "post", preventScrollReset: true }); setText(""); };
  return <Card><FormLayout><NoteFields text={text} setText={setText} /><InlineStack><Button disabled={!text.trim()} onClick={add}>{w.addNote}</Button></InlineStack></FormLayout></Card>;
}
