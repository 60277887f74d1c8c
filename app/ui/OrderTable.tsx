import { useState } from "react";
import { BlockStack, Button, Card, EmptyState, IndexTable, Link, Text, TextField } from "@shopify/polaris";
import { Form, useNavigation } from "@remix-run/react";
import type { FoundOrders } from "../shopify/findOrders.ts";
import { dayOfInstant, words } from "./words.en.ts";

const said = (word: string): string => word.toLowerCase().replaceAll("_", " ");

/** Orders that a search finds, a page at a time. */
export function OrderTable({ found: { orders, before, after }, query, zone }: { found: FoundOrders; query: string; zone: string }) {
  const w = words.orders, { state } = useNavigation();
  const [typed, setTyped] = useState(query);
  const page = (side: "after" | "before", cursor: string): string => `?${new URLSearchParams({ query, [side]: cursor }).toString()}`;
  return (
    <BlockStack gap="400">
      <Form method="get" role="search">
        <TextField label={w.search} labelHidden placeholder={w.search} name="query" value={typed} onChange={setTyped} autoComplete="off" clearButton onClearButtonClick={() => setTyped("")} connectedRight={<Button submit loading={state === "loading"}>{words.common.search}</Button>} />
      </Form>
      <Card padding="0">
        <IndexTable selectable={false} itemCount={orders.length} emptyState={<EmptyState heading={w.empty} image=""><p>{w.emptyText}</p></EmptyState>}
          headings={[{ title: w.order }, { title: w.placed }, { title: w.customer }, { title: w.total, alignment: "end" }, { title: w.delivery }, { title: w.returns }]}
          pagination={{ hasPrevious: before !== null, hasNext: after !== null, ...(before ? { previousURL: page("before", before) } : {}), ...(after ? { nextURL: page("after", after) } : {}) }}>
          {orders.map((order, i) => (
            <IndexTable.Row id={order.id} key={order.id} position={i}>
              <IndexTable.Cell><Link dataPrimaryLink url={`/app/orders/${order.legacyResourceId}`} removeUnderline><Text as="span" fontWeight="semibold">{order.name}</Text></Link></IndexTable.Cell>
              <IndexTable.Cell>{dayOfInstant(order.processedAt, zone)}</IndexTable.Cell>
              <IndexTable.Cell>{order.customer?.displayName ?? order.email ?? words.common.unknown}</IndexTable.Cell>
              <IndexTable.Cell><Text as="p" alignment="end" numeric>{order.totalPriceSet.presentmentMoney.amount} {order.totalPriceSet.presentmentMoney.currencyCode}</Text></IndexTable.Cell>
              <IndexTable.Cell>{said(order.displayFulfillmentStatus)}</IndexTable.Cell>
              <IndexTable.Cell>{order.returnStatus === "NO_RETURN" ? "" : said(order.returnStatus)}</IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </Card>
    </BlockStack>
  );
}
