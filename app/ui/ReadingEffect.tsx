import { useEffect } from "react";
import { BlockStack, Box, InlineGrid, SkeletonBodyText, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { Change, Compared } from "../flows/compareReadings.ts";
import type { SourceFields } from "./draft.ts";
import { counted, say, words } from "./words.en.ts";

const MOST_SHOWN = 6;

/** What one option of a reading changes against the draft as it stands: decided, not described. */
export function ReadingEffect({ source, choices, values, reading, letter }: { source: SourceFields; choices: Record<string, string>; values: Record<string, string | number | null>; reading: string; letter: string }) {
  const w = words.draft, fetcher = useFetcher<Compared>({ key: `effect ${reading} ${letter}` }), { submit } = fetcher;
  const fields = JSON.stringify({ ...source, choices: JSON.stringify(choices), after: JSON.stringify({ ...choices, [reading]: letter }), settings: JSON.stringify(values) });
  useEffect(() => {
    submit(JSON.parse(fields) as Record<string, string>, { method: "post", action: "/app/policy/effects" });
  }, [submit, fields]);
  if (!fetcher.data || fetcher.state !== "idle") return <BlockStack gap="200"><Text as="p" tone="subdued">{w.showing}</Text><SkeletonBodyText lines={3} /></BlockStack>;
  const { situations, inSituations, lines, inOrders } = fetcher.data;
  if (!inSituations.length && !inOrders.length) return <Text as="p">{w.nothing}</Text>;
  return (
    <BlockStack gap="300">
      <Differences title={counted(w.situations, inSituations.length, { all: situations })} changes={inSituations} letter={letter} />
      <Differences title={counted(w.lines, inOrders.length, { all: lines })} changes={inOrders} letter={letter} />
    </BlockStack>
  );
}

function Differences({ title, changes, letter }: { title: string; changes: readonly Change[]; letter: string }) {
  const w = words.draft;
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold">{title}</Text>
      {changes.slice(0, MOST_SHOWN).map((change, i) => (
        <Box key={i} background="bg-surface-secondary" padding="300" borderRadius="200">
          <BlockStack gap="200">
            <Text as="p">{change.of} · {change.when}</Text>
            <InlineGrid columns={{ xs: 1, md: 2 }} gap="200">
              <Side title={w.before} lines={change.before} />
              <Side title={say(w.after, { letter })} lines={change.after} />
            </InlineGrid>
          </BlockStack>
        </Box>
      ))}
      {changes.length > MOST_SHOWN && <Text as="p" tone="subdued">{say(w.more, { n: changes.length - MOST_SHOWN })}</Text>}
    </BlockStack>
  );
}

const Side = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <BlockStack gap="050">
    <Text as="p" tone="subdued">{title}</Text>
    {lines.length ? lines.map((line) => <Text as="p" key={line}>{line}</Text>) : <Text as="p">{words.common.none}</Text>}
  </BlockStack>
);
