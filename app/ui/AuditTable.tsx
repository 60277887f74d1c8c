import { BlockStack, Card, IndexTable, Link, Text } from "@shopify/polaris";
import { Empty } from "./Empty.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { timeInWords, words } from "./words.en.ts";

type Entry = Readonly<{ id: string; at: string; by: string; kind: string; what: string }>;

const w = words.audit;

type Named = Readonly<Record<string, string>>;

/** A path of the app as a screen's name, and whether it can be opened; the rest are files and parts of a screen. */
function screenOf(path: string): Readonly<{ name: string; isScreen: boolean }> {
  const [, , list = "", second = "", third = ""] = path.split("/"), screens: Named = w.screens, parts: Named = w.parts, one: Named = w.one, of: Named = w.of;
  const screen = screens[path] ?? (third === "start" ? w.of.start : third ? (second === "import" ? one["import"] : undefined) : parts[path] ? undefined : one[list]);
  return { name: screen ?? parts[path] ?? of[third] ?? of[second] ?? path, isScreen: screen !== undefined };
}

function Screen({ path }: { path: string }) {
  const { name, isScreen } = screenOf(path);
  return isScreen ? <Link url={path} removeUnderline>{name}</Link> : <Text as="span">{name}</Text>;
}

/** Entries, the newest first, with the path behind each name as its link. */
export function AuditTable({ entries, older, newer, by, zone }: { entries: readonly Entry[]; older: string | null; newer: string | null; by: string; zone: string }) {
  const page = (side: "before" | "after", id: string): string => `?${new URLSearchParams({ by, [side]: id }).toString()}`;
  return (
    <BlockStack gap="400">
      <SearchForm name="by" label={w.filter} value={by} />
      <Card padding="0">
        <IndexTable selectable={false} itemCount={entries.length} emptyState={<Empty heading={by ? w.noneFit : w.empty} />} headings={[{ title: w.at }, { title: w.by }, { title: w.what }]}
          pagination={{ hasPrevious: newer !== null, hasNext: older !== null, ...(newer ? { previousURL: page("after", newer) } : {}), ...(older ? { nextURL: page("before", older) } : {}) }}>
          {entries.map((entry, i) => (
            <IndexTable.Row id={entry.id} key={entry.id} position={i}>
              <IndexTable.Cell>{timeInWords(entry.at, zone)}</IndexTable.Cell>
              <IndexTable.Cell>{entry.by}</IndexTable.Cell>
              <IndexTable.Cell><Text as="span">{entry.kind === "did" ? w.did : w.saw}: </Text><Screen path={entry.what} /></IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </Card>
    </BlockStack>
  );
}
