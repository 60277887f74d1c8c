import { Badge, BlockStack, Button, Card, IndexTable, Text } from "@shopify/polaris";
import { SectionHeading } from "./SectionHeading.tsx";
import { dayInWords, say, words } from "./words.en.ts";

export type VersionRow = { id: string; version: string; inForceFrom: string; publishedAt: string; publishedBy: string; state: "inForce" | "later" | "earlier" };

const BEGINNING = "1970-01-01";

/** All versions of the shop's policy, the newest first. */
export function VersionTable({ versions }: { versions: readonly VersionRow[] }) {
  const w = words.policy;
  const badge = ({ state, inForceFrom }: VersionRow) => (state === "inForce" ? <Badge tone="success">{w.inForce}</Badge> : state === "later" ? <Badge tone="info">{say(w.later, { day: dayInWords(inForceFrom) })}</Badge> : <Badge>{w.earlier}</Badge>);
  return (
    <BlockStack gap="200">
      <SectionHeading title={w.versions} help={w.versionsHelp} />
      <Card padding="0">
        <IndexTable selectable={false} itemCount={versions.length} headings={[{ title: w.versionColumn }, { title: w.fromColumn }, { title: w.stateColumn }, { title: w.byColumn }, { title: w.use, hidden: true }]}>
          {versions.map((row, i) => (
            <IndexTable.Row id={row.id} key={row.id} position={i}>
              <IndexTable.Cell><Text as="span" fontWeight="semibold">{row.version}</Text></IndexTable.Cell>
              <IndexTable.Cell>{row.inForceFrom === BEGINNING ? w.always : dayInWords(row.inForceFrom)}</IndexTable.Cell>
              <IndexTable.Cell>{badge(row)}</IndexTable.Cell>
              <IndexTable.Cell>{say(w.publishedBy, { day: dayInWords(row.publishedAt), name: row.publishedBy })}</IndexTable.Cell>
              <IndexTable.Cell><Button variant="plain" url={`/app/policy/new?from=version:${encodeURIComponent(row.version)}`} accessibilityLabel={`${w.use}: ${row.version}`}>{w.use}</Button></IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </Card>
    </BlockStack>
  );
}
