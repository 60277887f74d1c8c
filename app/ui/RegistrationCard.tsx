import { useState } from "react";
import { Banner, BlockStack, Button, Card, DescriptionList, InlineStack, Link, Modal, Text } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { ListedRegistration } from "../flows/listRegistrations.ts";
import { dayInWords, say, words } from "./words.en.ts";

const w = words.registrations;

/** One registration: what is known of it, what does not fit, and what can be done with it. */
export function RegistrationCard({ one }: { one: ListedRegistration }) {
  const submit = useSubmit(), { state } = useNavigation(), [isAsking, setAsking] = useState(false);
  const facts = [
    { term: w.product, description: one.product }, { term: w.serial, description: one.serial ?? w.noSerial },
    { term: w.order, description: one.orderId ? <Link url={`/app/orders/${one.orderId.split("/").at(-1) ?? ""}`}>{one.orderName ?? words.orders.order}</Link> : w.noOrder },
    { term: w.registered, description: `${dayInWords(one.registeredOn)}, ${say(w.bySource[one.source as keyof typeof w.bySource] ?? w.bySource.staff, { by: one.by || words.common.unknown })}` },
    { term: w.warranty, description: one.warrantyUntil ? dayInWords(one.warrantyUntil) : w.warrantyNone },
  ];
  return (
    <>
      {one.elsewhere.length > 0 && <Banner tone="warning" title={say(w.elsewhereTitle, { serial: one.serial ?? "" })} action={{ content: one.elsewhere[0]?.number ?? "", url: `/app/rmas/${one.elsewhere[0]?.rmaId ?? ""}` }}>{say(w.elsewhereText, { cases: one.elsewhere.map(({ number, orderName }) => say(w.caseOf, { number, order: orderName })).join(", ") })}</Banner>}
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">{w.facts}</Text>
          <DescriptionList items={facts} />
          {one.transferredOn && <Text as="p">{say(w.transferredOn, { day: dayInWords(one.transferredOn) })}</Text>}
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          {!one.transferredOn && one.orderId && <><Text as="p" tone="subdued">{w.transferHelp}</Text><InlineStack><Button loading={state !== "idle"} onClick={() => submit({ intent: "transfer" }, { method: "post" })}>{w.transfer}</Button></InlineStack></>}
          <InlineStack><Button tone="critical" onClick={() => setAsking(true)}>{w.remove}</Button></InlineStack>
        </BlockStack>
      </Card>
      <Modal open={isAsking} onClose={() => setAsking(false)} title={w.removeTitle} primaryAction={{ content: w.remove, destructive: true, onAction: () => submit({ intent: "remove" }, { method: "post" }) }} secondaryActions={[{ content: words.common.close, onAction: () => setAsking(false) }]}>
        <Modal.Section><Text as="p">{w.removeText}</Text></Modal.Section>
      </Modal>
    </>
  );
}
