import { BlockStack, Button, Card, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import { useSubmit } from "@remix-run/react";
import type { Reading } from "../flows/showReading.ts";
import { dayInWords, words } from "./words.en.ts";

const w = words.data;

/** Orders that cannot be decided: why, and what to do about it. */
export function UncoveredTable({ orders }: { orders: Reading["uncovered"] }) {
  const submit = useSubmit();
  return (
    <Card padding="0">
      <BlockStack>
        <div style={{ padding: "16px 16px 8px" }}><Text as="h2" variant="headingMd">{w.uncovered}</Text></div>
        <IndexTable selectable={false} itemCount={orders.length} emptyState={<Empty heading={w.uncoveredNone} />} headings={[{ title: w.order }, { title: w.placed }, { title: w.why }, { title: w.what }]}>
          {orders.map((order, i) => (
            <IndexTable.Row id={order.orderId} key={order.orderId} position={i}>
              <IndexTable.Cell><Link dataPrimaryLink url={`/app/orders/${order.orderId.split("/").at(-1) ?? ""}`} removeUnderline><Text as="span" fontWeight="semibold">{order.orderName}</Text></Link></IndexTable.Cell>
              <IndexTable.Cell>{dayInWords(order.placedOn)}</IndexTable.Cell>
              <IndexTable.Cell><div style={{ whiteSpace: "normal", minWidth: 200 }}>{order.todo === "facts" ? order.why : w.reasons[order.todo]}</div></IndexTable.Cell>
              <IndexTable.Cell>
                <InlineStack gap="200" blockAlign="center">
                  <Text as="span">{w.todo[order.todo]}</Text>
                  {order.todo === "noPolicy" ? <Button size="slim" url="/app/policy" accessibilityLabel={`${w.toPolicy}: ${order.orderName}`}>{w.toPolicy}</Button> : <Button size="slim" accessibilityLabel={`${w.readAgain}: ${order.orderName}`} onClick={() => submit({ orderId: order.orderId }, { method: "post" })}>{w.readAgain}</Button>}
                </InlineStack>
              </IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </BlockStack>
    </Card>
  );
}
