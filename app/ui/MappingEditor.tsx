import { useState } from "react";
import { BlockStack, Button, Card, Layout, Text } from "@shopify/polaris";
import { SaveBar } from "@shopify/app-bridge-react";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { ItemMapping } from "../shopify/itemMapping.ts";
import type { ProductToMap } from "../shopify/productsToMap.ts";
import { MappingRule } from "./MappingRule.tsx";
import { MappingTrial } from "./MappingTrial.tsx";
import { emptyRule, isComplete, ruleOf, typedRule, type TypedRule } from "./mappingRule.ts";
import { OffEdge } from "./OffEdge.tsx";
import { SectionHeading } from "./SectionHeading.tsx";
import { words } from "./words.en.ts";

/** The rules beside the products they are tried on. */
export function MappingEditor({ mapping, products, categories }: { mapping: ItemMapping; products: readonly ProductToMap[]; categories: readonly string[] }) {
  const w = words.mapping, submit = useSubmit(), { state } = useNavigation();
  const saved = mapping.map(typedRule);
  const [rules, setRules] = useState<TypedRule[]>(saved);
  const set = (at: number, rule: TypedRule): void => setRules(rules.map((one, i) => (i === at ? rule : one)));
  const moveUp = (at: number): void => setRules(rules.map((rule, i) => (i === at - 1 ? (rules[at] ?? rule) : i === at ? (rules[at - 1] ?? rule) : rule)));
  const save = (): void => submit({ mapping: JSON.stringify(rules.map(ruleOf)) }, { method: "post" });
  return (
    <>
      <SaveBar id="mapping" open={JSON.stringify(rules) !== JSON.stringify(saved)}>
        <button type="button" variant="primary" onClick={save} {...(state === "idle" ? {} : { loading: "" })}>{words.common.save}</button>
        <button type="button" onClick={() => setRules(saved)}>{words.common.discard}</button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <BlockStack gap="300">
            <SectionHeading title={w.rules} help={w.rulesHelp} />
            {rules.length === 0 && <Card><Text as="p">{w.noRules}</Text></Card>}
            {rules.map((rule, i) => <MappingRule key={i} rule={rule} number={i + 1} categories={categories} change={(next) => set(i, next)} remove={() => setRules(rules.filter((_, at) => at !== i))} moveUp={i > 0 ? () => moveUp(i) : undefined} />)}
            <OffEdge><Button onClick={() => setRules([...rules, emptyRule])}>{w.addRule}</Button></OffEdge>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneHalf"><MappingTrial mapping={rules.map((rule) => (isComplete(rule) ? ruleOf(rule) : { when: { tag: "\u0000" }, gives: {} }))} products={products} /></Layout.Section>
      </Layout>
    </>
  );
}
