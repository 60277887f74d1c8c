import { Badge, Button, Card, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import { useNavigation, useSearchParams } from "@remix-run/react";
import type { RegistrationList } from "../flows/listRegistrations.ts";
import { ListFilters } from "./ListFilters.tsx";
import { dayInWords, say, words } from "./words.en.ts";

const w = words.registrations;

/** The shop's registrations, with search, filters and views. */
export function RegistrationTable({ list: { registrations, before, after, isEmpty } }: { list: RegistrationList }) {
  const { state } = useNavigation(), [search] = useSearchParams();
  const page = (side: "after" | "before", cursor: string): string => { const next = new URLSearchParams(search); next.delete("after"); next.delete("before"); next.set(side, cursor); return `?${next.toString()}`; };
  if (isEmpty) return <Card><Empty heading={w.empty} text={w.emptyText}><InlineStack gap="200"><Button url="/app/registrations/import">{w.import}</Button><Button variant="primary" url="/app/registrations/new">{w.add}</Button></InlineStack></Empty></Card>;
  return (
    <Card padding="0">
      <ListFilters kept="recourse registration views" placeholder={w.search} isLoading={state === "loading"} views={Object.entries(w.views).map(([value, label]) => ({ value, label }))} filters={[{ name: "source", label: w.source, options: Object.entries(w.sources).map(([value, label]) => ({ value, label })), allowMultiple: true }]} />
      <IndexTable selectable={false} resourceName={{ singular: w.row, plural: w.rows }} itemCount={registrations.length} emptyState={<Empty heading={w.noneFit} text={w.noneFitText} />}
        headings={[{ title: w.product }, { title: w.serial }, { title: w.order }, { title: w.registered }, { title: w.warranty }, { title: w.source }]}
        pagination={{ hasPrevious: before !== null, hasNext: after !== null, ...(before ? { previousURL: page("before", before) } : {}), ...(after ? { nextURL: page("after", after) } : {}) }}>
        {registrations.map((one, i) => (
          <IndexTable.Row id={one.id} key={one.id} position={i}>
            <IndexTable.Cell><div style={{ whiteSpace: "normal", minWidth: 180 }}><Link dataPrimaryLink url={`/app/registrations/${one.id}`} removeUnderline><Text as="span" fontWeight="semibold">{one.product}</Text></Link></div></IndexTable.Cell>
            <IndexTable.Cell>{one.serial ?? <Text as="span" tone="subdued">{w.noSerial}</Text>} {one.elsewhere[0] && <Badge tone="warning">{say(w.elsewhere, { number: one.elsewhere[0].number })}</Badge>}</IndexTable.Cell>
            <IndexTable.Cell>{one.orderName ?? <Text as="span" tone="subdued">{w.noOrder}</Text>}</IndexTable.Cell>
            <IndexTable.Cell>{dayInWords(one.registeredOn)}</IndexTable.Cell>
            <IndexTable.Cell>{one.warrantyUntil ? dayInWords(one.warrantyUntil) : ""}</IndexTable.Cell>
            <IndexTable.Cell>{w.sources[one.source as keyof typeof w.sources] ?? one.source}</IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}
