import { useId, useState } from "react";
import { Badge, BlockStack, Box, Button, ButtonGroup, Card, ChoiceList, Collapsible, InlineStack, Text } from "@shopify/polaris";
import type { DraftView, SourceFields } from "./draft.ts";
import { ReadingEffect } from "./ReadingEffect.tsx";
import { say, words } from "./words.en.ts";

type Props = { reading: DraftView["readings"][number]; source: SourceFields; choices: Record<string, string>; values: Record<string, string | number | null>; choose: (letter: string) => void };

/** One reading: the question, the options with what each says, and on demand what another option changes. */
export function ReadingChoice({ reading, source, choices, values, choose }: Props) {
  const w = words.draft, id = useId();
  const [isOpen, setOpen] = useState(false);
  const [compared, setCompared] = useState<string | null>(null);
  const chosen = choices[reading.id] ?? reading.recommended, others = Object.keys(reading.options).filter((letter) => letter !== chosen);
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <div style={{ flex: 1, minWidth: 0 }}><BlockStack gap="100">
            <InlineStack gap="200"><Text as="h3" variant="headingSm">{reading.title}</Text><Badge>{w.types[reading.type]}</Badge>{chosen !== reading.recommended && <Badge tone="attention">{w.changed}</Badge>}</InlineStack>
            {!isOpen && <Text as="p" tone="subdued">{chosen}: {reading.options[chosen]?.says}</Text>}
          </BlockStack></div>
          <Button variant="plain" disclosure={isOpen ? "up" : "down"} ariaExpanded={isOpen} ariaControls={id} accessibilityLabel={`${isOpen ? words.common.close : words.common.open}: ${reading.title}`} onClick={() => setOpen(!isOpen)}>{isOpen ? words.common.close : words.common.open}</Button>
        </InlineStack>
        <Collapsible id={id} open={isOpen}>
          {isOpen && <BlockStack gap="300">
            <ChoiceList title={reading.title} titleHidden selected={[chosen]} onChange={([letter]) => letter && choose(letter)} choices={Object.entries(reading.options).map(([letter, option]) => ({
              value: letter, label: `${letter}: ${option.says}`, helpText: [letter === reading.recommended ? w.recommended : "", option.effect ?? ""].filter(Boolean).join(". "),
            }))} />
            <Text as="p" tone="subdued">{w.reason}: {reading.reason}</Text>
            {reading.clauses.length > 0 && <Text as="p" tone="subdued">{say(w.clauses, { ids: reading.clauses.join(", ") })}</Text>}
            <InlineStack gap="200" blockAlign="center">
              <Text as="span">{w.show}:</Text>
              <ButtonGroup>{others.map((letter) => <Button key={letter} size="slim" pressed={compared === letter} onClick={() => setCompared(compared === letter ? null : letter)}>{say(w.option, { letter })}</Button>)}</ButtonGroup>
            </InlineStack>
            {compared && compared !== chosen && <Box><ReadingEffect source={source} choices={choices} values={values} reading={reading.id} letter={compared} /></Box>}
          </BlockStack>}
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
