import { useState } from "react";
import { BlockStack, Button, Card, IndexTable, Text, TextField } from "@shopify/polaris";
import { Form, useSearchParams } from "@remix-run/react";
import { kindOf, type ItemMapping } from "../shopify/itemMapping.ts";
import type { ProductToMap } from "../shopify/productsToMap.ts";
import { counted, words } from "./words.en.ts";

/** The rules tried on the shop's own products, as they are typed: what each product is, and which rule says so. */
export function MappingTrial({ mapping, products }: { mapping: ItemMapping; products: readonly ProductToMap[] }) {
  const w = words.mapping, [search] = useSearchParams();
  const [query, setQuery] = useState(search.get("query") ?? "");
  const tried = products.map((product) => ({ product, ...kindOf(mapping, product) }));
  const said = (kind: object): string => Object.entries(kind).map(([name, value]) => (value === true ? w[name as "onClearance" | "partOfKit"] : String(value).replaceAll("_", " "))).join(", ");
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">{w.tryOut}</Text>
      <Text as="p" tone="subdued">{w.tryHelp} {counted(w.mapped, tried.filter(({ kind }) => kind.class).length, { all: tried.length })}</Text>
      <Form method="get" preventScrollReset>
        <TextField label={w.searchLabel} labelHidden placeholder={w.searchLabel} name="query" value={query} onChange={setQuery} autoComplete="off" connectedRight={<Button submit>{words.common.search}</Button>} />
      </Form>
      <Card padding="0">
        <IndexTable selectable={false} itemCount={tried.length} emptyState={<Text as="p" alignment="center" tone="subdued">{w.noProducts}</Text>} headings={[{ title: w.product }, { title: w.kind }, { title: w.by }]}>
          {tried.map(({ product, kind, by }, i) => (
            <IndexTable.Row id={product.id} key={product.id} position={i}>
              <IndexTable.Cell><div style={{ whiteSpace: "normal", minWidth: 160 }}><Text as="p">{product.title}</Text><Text as="p" tone="subdued">{[product.productType, product.sku, product.tags.join(", ")].filter(Boolean).join(" · ")}</Text></div></IndexTable.Cell>
              <IndexTable.Cell><Text as="span" {...(Object.keys(kind).length ? {} : { tone: "critical" as const })}>{said(kind) || w.nothing}</Text></IndexTable.Cell>
              <IndexTable.Cell>{[...new Set(Object.values(by))].map((index) => index + 1).join(", ")}</IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </Card>
    </BlockStack>
  );
}
