import { BlockStack, Card, EmptyState, IndexTable, Link, Text } from "@shopify/polaris";
import { SearchForm } from "./SearchForm.tsx";
import { timeInWords, words } from "./words.en.ts";

type Entry = Readonly<{ id: string; at: string; by: string; kind: string; what: string }>;

const w = words.audit;

/** A path of the app as a screen's name. */
function screenOf(path: string): string {
  const [, , part = ""] = path.split("/"), screens: Readonly<Record<string, string>> = w.screens, one: Readonly<Record<string, string>> = w.one;
  return screens[path] ?? one[part] ?? path;
}

/** Entries, the newest first, with the path behind each name as its link. */
export function AuditTable({ entries, older, newer, by, zone }: { entries: readonly Entry[]; older: string | null; newer: string | null; by: string; zone: string }) {
  const page = (side: "before" | "after", id: string): string => `?${new URLSearchParams({ by, [side]: id }).toString()}`;
  return (
    <BlockStack gap="400">
      <SearchForm name="by" label={w.filter} value={by} />
      <Card padding="0">
        <IndexTable selectable={false} itemCount={entries.length} emptyState={<EmptyState heading={by ? w.noneFit : w.empty} image="" />} headings={[{ title: w.at }, { title: w.by }, { title: w.what }]}
          pagination={{ hasPrevious: newer !== null, hasNext: older !== null, ...(newer ? { previousURL: page("after", newer) } : {}), ...(older ? { nextURL: page("before", older) } : {}) }}>
          {entries.map((entry, i) => (
            <IndexTable.Row id={entry.id} key={entry.id} position={i}>
              <IndexTable.Cell>{timeInWords(entry.at, zone)}</IndexTable.Cell>
              <IndexTable.Cell>{entry.by}</IndexTable.Cell>
              <IndexTable.Cell><Text as="span">{entry.kind === "did" ? w.did : w.saw}: </Text><Link url={entry.what} removeUnderline>{screenOf(entry.what)}</Link></IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </Card>
    </BlockStack>
  );
}
