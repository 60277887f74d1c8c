import { Button, Card, IndexTable } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import { download } from "./download.ts";
import { counted, say, timeInWords, words } from "./words.en.ts";

const w = words.data;
type Row = Readonly<{ requestId: string; customer: string; askedAt: string; orders: number; rmas: number; registrations: number }>;

/** Customers who asked what is stored of them, each with the file to hand over. */
export function RequestTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  if (rows.length === 0) return <Card><Empty heading={w.requestsNone} text={w.requestsNoneText} /></Card>;
  return (
    <Card padding="0">
      <IndexTable selectable={false} itemCount={rows.length} headings={[{ title: w.customer }, { title: w.asked }, { title: w.holds }, { title: w.download, hidden: true }]}>
        {rows.map((row, i) => (
          <IndexTable.Row id={row.requestId} key={row.requestId} position={i}>
            <IndexTable.Cell>{say(w.customerNumber, { n: row.customer })}</IndexTable.Cell>
            <IndexTable.Cell>{timeInWords(row.askedAt, zone)}</IndexTable.Cell>
            <IndexTable.Cell>{(["orders", "rmas", "registrations"] as const).map((what) => counted(w.counts[what], row[what])).join(", ")}</IndexTable.Cell>
            <IndexTable.Cell><Button size="slim" accessibilityLabel={`${w.download}: ${say(w.customerNumber, { n: row.customer })}`} onClick={() => void download(`/app/settings/requests/${encodeURIComponent(row.requestId)}`, `customer-${row.customer}.json`)}>{w.download}</Button></IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}
