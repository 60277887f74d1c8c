import { Badge, BlockStack, Card, IndexTable, Link, Text } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import { timeInWords, words } from "./words.en.ts";

const w = words.notices;
export type NoticeRow = Readonly<{ id: string; handle: string; state: string; refusal: string | null; orderId: string | null; at: string; item: string }>;
const tones: Readonly<Record<string, "success" | "critical" | "warning">> = { sent: "success", refused: "critical", unclear: "warning" };

/** The latest reminders and what became of each. */
export const NoticeTable = ({ rows, zone }: { rows: readonly NoticeRow[]; zone: string }) => (
  <Card padding="0">
    <BlockStack>
      <div style={{ padding: "16px 16px 8px" }}><Text as="h2" variant="headingMd">{w.sent}</Text></div>
      <IndexTable selectable={false} itemCount={rows.length} emptyState={<Empty heading={w.none} />} headings={[{ title: w.at }, { title: w.what }, { title: w.about }, { title: w.state }]}>
        {rows.map((row, i) => {
          const tone = tones[row.state], names: Readonly<Record<string, string>> = w.handles, states: Readonly<Record<string, string>> = w.states;
          return (
            <IndexTable.Row id={row.id} key={row.id} position={i}>
              <IndexTable.Cell>{timeInWords(row.at, zone)}</IndexTable.Cell>
              <IndexTable.Cell>{names[row.handle] ?? row.handle}</IndexTable.Cell>
              <IndexTable.Cell><div style={{ whiteSpace: "normal", minWidth: 160 }}>{row.orderId ? <Link url={`/app/orders/${row.orderId.split("/").at(-1) ?? ""}`}>{row.item || words.orders.order}</Link> : row.item}</div></IndexTable.Cell>
              <IndexTable.Cell><Badge {...(tone ? { tone } : {})}>{states[row.state] ?? row.state}</Badge>{row.state === "unclear" ? <Text as="p" tone="subdued">{w.unclear}</Text> : row.refusal && <Text as="p" tone="subdued">{row.refusal}</Text>}</IndexTable.Cell>
            </IndexTable.Row>
          );
        })}
      </IndexTable>
    </BlockStack>
  </Card>
);
