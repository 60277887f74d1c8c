import { BlockStack, Button, Card, Checkbox, FormLayout, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { fields, type TypedRule } from "./mappingRule.ts";
import { say, words } from "./words.en.ts";

type Props = { rule: TypedRule; number: number; categories: readonly string[]; change: (rule: TypedRule) => void; remove: () => void; moveUp?: (() => void) | undefined };

/** One rule: what must be so of a product, and what it then is. */
export function MappingRule({ rule, number, categories, change, remove, moveUp }: Props) {
  const w = words.mapping, { conditions, gives } = rule, name = say(w.rule, { n: number });
  const setCondition = (at: number, part: Partial<TypedRule["conditions"][number]>): void => change({ ...rule, conditions: conditions.map((condition, i) => (i === at ? { ...condition, ...part } : condition)) });
  const setGives = (part: Partial<TypedRule["gives"]>): void => change({ ...rule, gives: { ...gives, ...part } });
  const free = fields.filter((field) => !conditions.some((condition) => condition.field === field));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between">
          <Text as="h3" variant="headingSm">{name}</Text>
          <InlineStack gap="300">
            {moveUp && <Button variant="plain" onClick={moveUp} accessibilityLabel={`${w.up}: ${name}`}>{w.up}</Button>}
            <Button variant="plain" tone="critical" onClick={remove} accessibilityLabel={`${words.common.remove}: ${name}`}>{words.common.remove}</Button>
          </InlineStack>
        </InlineStack>
        {conditions.map(({ field, value }, i) => (
          <FormLayout key={i}>
            <FormLayout.Group condensed>
              <Select label={w.field} options={fields.filter((one) => one === field || free.includes(one)).map((one) => ({ value: one, label: w.fields[one] }))} value={field} onChange={(next) => setCondition(i, { field: next as typeof field })} />
              {field !== "zeroPrice" && <TextField label={w.value} value={value} onChange={(next) => setCondition(i, { value: next })} autoComplete="off" {...(conditions.length > 1 ? { connectedRight: <Button onClick={() => change({ ...rule, conditions: conditions.filter((_, at) => at !== i) })}>{words.common.remove}</Button> } : {})} />}
            </FormLayout.Group>
          </FormLayout>
        ))}
        {free[0] && <InlineStack><Button variant="plain" onClick={() => change({ ...rule, conditions: [...conditions, { field: free[0] ?? "tag", value: "" }] })}>{w.addCondition}</Button></InlineStack>}
        <FormLayout>
          <FormLayout.Group condensed>
            <Select label={w.class} options={Object.entries(w.classes).map(([value, label]) => ({ value, label }))} value={gives.class} onChange={(next) => setGives({ class: next })} />
            <Select label={w.category} options={["", ...new Set([...categories, ...(gives.category ? [gives.category] : [])])].map((value) => ({ value, label: value ? value.replaceAll("_", " ") : w.classes[""] }))} value={gives.category} onChange={(category) => setGives({ category })} />
            <TextField label={w.line} value={gives.line} onChange={(line) => setGives({ line })} autoComplete="off" />
          </FormLayout.Group>
        </FormLayout>
        <InlineStack gap="400">
          <Checkbox label={w.onClearance} checked={gives.onClearance} onChange={(onClearance) => setGives({ onClearance })} />
          <Checkbox label={w.partOfKit} checked={gives.partOfKit} onChange={(partOfKit) => setGives({ partOfKit })} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
