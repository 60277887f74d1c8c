import { useId, useState } from "react";
import { Badge, BlockStack, Box, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import type { Section } from "../../policy/explain.ts";
import type { ToldDecision } from "../flows/tellDecision.ts";
import { ClauseList } from "./ClauseList.tsx";
import { MoneyBreakdown } from "./MoneyBreakdown.tsx";
import { words } from "./words.en.ts";

const tones = { remedies_open: "success", needs_evidence: "attention", needs_human: "info", undetermined: "warning", declined: "critical" } as const;

/** A decision: what may be had with its arithmetic, what is refused, and on demand the facts, days and clauses behind it. */
export function DecisionCard({ title, told }: { title: string; told: ToldDecision }) {
  const w = words.decision, id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center"><Text as="h4" variant="headingSm">{title}</Text><Badge tone={tones[told.outcome]}>{w.outcomes[told.outcome]}</Badge></InlineStack>
      {told.remedies.map((section) => <SectionText key={section.id} section={section} isBrief={!isOpen} />)}
      {told.refused.map((section) => <SectionText key={section.id} section={section} />)}
      <InlineStack><Button variant="plain" disclosure={isOpen ? "up" : "down"} ariaExpanded={isOpen} ariaControls={id} onClick={() => setOpen(!isOpen)}>{isOpen ? w.hideDetails : w.details}</Button></InlineStack>
      <Collapsible id={id} open={isOpen}>
        {isOpen && <BlockStack gap="300">{told.details.map((section) => <SectionText key={section.id} section={section} />)}<ClauseList clauses={told.clauses} /></BlockStack>}
      </Collapsible>
    </BlockStack>
  );
}

const BRIEF = 2;

/** Brief: what it comes to; else every sentence with the clauses behind it. */
const SectionText = ({ section: { heading, sentences, sums }, isBrief = false }: { section: Section; isBrief?: boolean }) => (
  <Box background="bg-surface-secondary" padding="300" borderRadius="200">
    <BlockStack gap="150">
      <Text as="h5" variant="headingXs">{heading}</Text>
      {(isBrief ? sentences.slice(0, BRIEF) : sentences).map(({ text, clauses }, i) => <Text as="p" key={i}>{text}{!isBrief && clauses.length > 0 && <Text as="span" tone="subdued" variant="bodySm"> {clauses.join(", ")}</Text>}</Text>)}
      {sums && <MoneyBreakdown sums={sums} />}
    </BlockStack>
  </Box>
);
