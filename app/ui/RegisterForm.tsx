import { useState } from "react";
import { Banner, BlockStack, Button, Card, ChoiceList, FormLayout, InlineStack, TextField } from "@shopify/polaris";
import { Form, useNavigation, useSubmit } from "@remix-run/react";
import type { RegistrableLine, RegistrableOrder } from "../flows/registrableLines.ts";
import { dayInWords, say, words } from "./words.en.ts";

const w = words.registrations;
const mayRegister = ({ state, unitsLeft }: RegistrableLine): boolean => unitsLeft > 0 && state !== "none";
const standing = ({ state, until, unitsLeft }: RegistrableLine): string => (unitsLeft <= 0 ? w.allUnits : say(w.registrable[state], { day: until ? dayInWords(until) : "" }));

/** First the order, then which of its items, its number and the day. */
export function RegisterForm({ name, today, order }: { name: string; today: string; order: RegistrableOrder | null }) {
  const submit = useSubmit(), { state } = useNavigation();
  const [typed, setTyped] = useState(name);
  const [lineId, setLine] = useState(order?.lines.find((line) => mayRegister(line) && line.state !== "over")?.lineId ?? order?.lines.find(mayRegister)?.lineId ?? "");
  const [serial, setSerial] = useState(""), [on, setOn] = useState(today);
  return (
    <BlockStack gap="400">
      <Card>
        <Form method="get" role="search">
          <TextField label={w.findOrder} helpText={w.findOrderHelp} name="order" value={typed} onChange={setTyped} autoComplete="off" connectedRight={<Button submit loading={state === "loading"}>{w.find}</Button>} />
        </Form>
      </Card>
      {name.trim() && !order && <Banner tone="warning" title={say(w.notFound, { name })} action={{ content: words.orders.title, url: "/app/orders" }} />}
      {order && (
        <Card>
          <FormLayout>
            <ChoiceList title={`${w.forItem}: ${order.name}`} selected={[lineId]} onChange={([chosen]) => setLine(chosen ?? "")} choices={order.lines.map((line) => ({ value: line.lineId, label: line.title, helpText: standing(line), disabled: !mayRegister(line) }))} />
            <TextField label={w.serial} helpText={w.serialHelp} value={serial} onChange={setSerial} autoComplete="off" maxLength={64} />
            <TextField label={w.day} helpText={w.dayHelp} type="date" max={today} value={on} onChange={setOn} autoComplete="off" />
            <InlineStack><Button variant="primary" disabled={!lineId} loading={state === "submitting"} onClick={() => submit({ orderId: order.orderId, lineId, serial, on: on === today ? "" : on }, { method: "post" })}>{w.register}</Button></InlineStack>
          </FormLayout>
        </Card>
      )}
    </BlockStack>
  );
}
