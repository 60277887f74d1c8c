import { Badge, BlockStack, Card, IndexTable, Link, Text } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import type { FoundOrders } from "../shopify/findOrders.ts";
import { SearchForm } from "./SearchForm.tsx";
import { dayOfInstant, moneyInWords, words } from "./words.en.ts";

const said = (word: string): string => `${word.charAt(0)}${word.slice(1).toLowerCase().replaceAll("_", " ")}`;

/** Orders that a search finds, a page at a time. */
export function OrderTable({ found: { orders, before, after }, query, zone }: { found: FoundOrders; query: string; zone: string }) {
  const w = words.orders;
  const page = (side: "after" | "before", cursor: string): string => `?${new URLSearchParams({ query, [side]: cursor }).toString()}`;
  return (
    <BlockStack gap="400">
      <SearchForm name="query" label={w.search} value={query} />
      <Card padding="0">
        <IndexTable selectable={false} itemCount={orders.length} emptyState={<Empty heading={w.empty} text={w.emptyText} />}
          headings={[{ title: w.order }, { title: w.placed }, { title: w.customer }, { title: w.total, alignment: "end" }, { title: w.delivery }, { title: w.returns }]}
          pagination={{ hasPrevious: before !== null, hasNext: after !== null, ...(before ? { previousURL: page("before", before) } : {}), ...(after ? { nextURL: page("after", after) } : {}) }}>
          {orders.map((order, i) => (
            <IndexTable.Row id={order.id} key={order.id} position={i}>
              <IndexTable.Cell><Link dataPrimaryLink url={`/app/orders/${order.legacyResourceId}`} removeUnderline><Text as="span" fontWeight="semibold">{order.name}</Text></Link></IndexTable.Cell>
              <IndexTable.Cell>{dayOfInstant(order.processedAt, zone)}</IndexTable.Cell>
              <IndexTable.Cell>{order.customer?.displayName ?? order.email ?? words.common.unknown}</IndexTable.Cell>
              <IndexTable.Cell><Text as="p" alignment="end" numeric>{moneyInWords(order.totalPriceSet.presentmentMoney.amount, order.totalPriceSet.presentmentMoney.currencyCode)}</Text></IndexTable.Cell>
              <IndexTable.Cell><Badge {...(order.displayFulfillmentStatus === "FULFILLED" ? {} : { tone: "attention" as const })}>{said(order.displayFulfillmentStatus)}</Badge></IndexTable.Cell>
              <IndexTable.Cell>{order.returnStatus === "NO_RETURN" ? "" : <Badge tone="info">{said(order.returnStatus)}</Badge>}</IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </Card>
    </BlockStack>
  );
}
