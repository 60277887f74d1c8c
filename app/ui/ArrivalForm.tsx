import { useState } from "react";
import { BlockStack, Button, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { ShownLine } from "../flows/showOrder.ts";
import { words } from "./words.en.ts";

const w = words.case;

/** Where no carrier says when a line arrived, staff enter the day; it is kept with who said it. */
export function ArrivalForm({ line }: { line: ShownLine }) {
  const submit = useSubmit(), { state } = useNavigation(), [day, setDay] = useState(line.deliveredAt?.slice(0, 10) ?? "");
  if (line.deliveredBy === "carrier" || line.deliveredBy === "shopify") return null;
  return (
    <BlockStack gap="100">
      <div style={{ maxWidth: 360 }}><TextField label={w.arrived} type="date" value={day} onChange={setDay} autoComplete="off" connectedRight={<Button loading={state !== "idle"} disabled={!day} onClick={() => submit({ lineId: line.lineId, day }, { method: "post", preventScrollReset: true })}>{w.saveArrival}</Button>} /></div>
      <Text as="p" tone="subdued">{line.deliveredAt ? w.saidBefore : w.arrivedHelp}</Text>
    </BlockStack>
  );
}
