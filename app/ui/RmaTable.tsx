import { Badge, Button, Card, IndexTable, Link, Text, useIndexResourceState } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import { useNavigation, useSearchParams, useSubmit } from "@remix-run/react";
import { english } from "../../policy/words.en.ts";
import type { RmaList } from "../flows/listRmas.ts";
import { RmaFilters } from "./RmaFilters.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { dayOfInstant, sumsInWords, timeInWords, words } from "./words.en.ts";

const remedyNames: Readonly<Record<string, string>> = english.remedies;

/** The queue: what there is, what to do with several at once, and the way to the next page. */
export function RmaTable({ list: { rmas, before, after, counts }, zone }: { list: RmaList; zone: string }) {
  const w = words.rmas, submit = useSubmit(), { state } = useNavigation(), [search] = useSearchParams();
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(rmas.map(({ id }) => ({ id })));
  const page = (side: "after" | "before", cursor: string): string => { const next = new URLSearchParams(search); next.delete("after"); next.delete("before"); next.set(side, cursor); return `?${next.toString()}`; };
  const approve = (): void => { submit({ intent: "approve", ids: selectedResources.join(",") }, { method: "post" }); clearSelection(); };
  const isEmpty = Object.keys(counts).length === 0;
  if (isEmpty) return <Card><Empty heading={w.empty} text={w.emptyText}><Button variant="primary" url="/app/orders">{words.nav.orders}</Button></Empty></Card>;
  return (
    <Card padding="0">
      <RmaFilters isLoading={state === "loading"} />
      <IndexTable resourceName={{ singular: w.row, plural: w.rows }} itemCount={rmas.length} selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length} onSelectionChange={handleSelectionChange}
        promotedBulkActions={[{ content: w.approve, onAction: approve }]} emptyState={<Empty heading={w.noneFit} />}
        headings={[{ title: w.number }, { title: w.order }, { title: w.state }, { title: w.items }, { title: w.remedy }, { title: w.money, alignment: "end" }, { title: w.opened }, { title: w.due }]}
        pagination={{ hasPrevious: before !== null, hasNext: after !== null, ...(before ? { previousURL: page("before", before) } : {}), ...(after ? { nextURL: page("after", after) } : {}) }}>
        {rmas.map((rma, i) => (
          <IndexTable.Row id={rma.id} key={rma.id} position={i} selected={selectedResources.includes(rma.id)}>
            <IndexTable.Cell><Link dataPrimaryLink url={`/app/rmas/${rma.id}`} removeUnderline><Text as="span" fontWeight="semibold">{rma.number}</Text></Link></IndexTable.Cell>
            <IndexTable.Cell>{rma.orderName}</IndexTable.Cell>
            <IndexTable.Cell><StateBadge state={rma.state} /></IndexTable.Cell>
            <IndexTable.Cell><div style={{ whiteSpace: "normal", minWidth: 180 }}>{rma.items}</div></IndexTable.Cell>
            <IndexTable.Cell>{rma.remedies.map((remedy) => remedyNames[remedy] ?? remedy).join(", ")}</IndexTable.Cell>
            <IndexTable.Cell><Text as="p" alignment="end" numeric>{sumsInWords(rma.toPay)}</Text></IndexTable.Cell>
            <IndexTable.Cell>{dayOfInstant(rma.openedAt, zone)}</IndexTable.Cell>
            <IndexTable.Cell>{rma.dueAt ? rma.isOverdue ? <Badge tone="critical">{`${w.overdue}: ${timeInWords(rma.dueAt, zone)}`}</Badge> : timeInWords(rma.dueAt, zone) : ""}</IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}
