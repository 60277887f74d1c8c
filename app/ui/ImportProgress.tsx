import { Banner, BlockStack, Button, Card, IndexTable, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { ImportState } from "../store/registrationImports.ts";
import { counted, say, words } from "./words.en.ts";

const w = words.registrations;
type Run = Readonly<{ state: ImportState; all: number; checked: number; counts: Readonly<Record<"ready" | "known" | "error" | "added", number>>; errors: readonly Readonly<{ row: number; field: string; message: string; order: string }>[] }>;

/** How far a file of registrations is, what of it fits, and the step that adds it. */
export function ImportProgress({ run: { state, all, checked, counts, errors } }: { run: Run }) {
  const submit = useSubmit(), { state: going } = useNavigation(), isUnderWay = state === "checking" || state === "importing";
  const done = state === "importing" ? all - counts.ready : checked, percent = all ? Math.round((100 * done) / all) : 0;
  const said = (["added", "ready", "known", "error"] as const).filter((kind) => counts[kind] > 0).map((kind) => say(w.counts[kind], { n: counts[kind] })).join(" · ");
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between"><Text as="h2" variant="headingMd">{w.states[state]}</Text><Text as="span" tone="subdued">{counted(w.progress, all, { done })}</Text></InlineStack>
          {isUnderWay && <ProgressBar progress={percent} size="small" ariaLabelledBy="import-said" />}
          <div id="import-said" aria-live="polite"><Text as="p">{said || w.nothingYet}</Text></div>
          {state === "checked" && (counts.ready > 0
            ? <><Text as="p" tone="subdued">{counts.error > 0 ? w.leftOut : w.nothingYet}</Text><InlineStack><Button variant="primary" loading={going !== "idle"} onClick={() => submit({}, { method: "post" })}>{counted(w.confirm, counts.ready)}</Button></InlineStack></>
            : <Banner tone={counts.error > 0 ? "warning" : "info"}>{w.noneReady}</Banner>)}
          {(state === "done" || (state === "checked" && counts.ready === 0)) && <InlineStack gap="200"><Button variant="primary" url="/app/registrations">{w.toList}</Button><Button url="/app/registrations/import">{w.another}</Button></InlineStack>}
        </BlockStack>
      </Card>
      {errors.length > 0 && (
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">{w.errors}</Text>
            <IndexTable selectable={false} itemCount={errors.length} headings={[{ title: w.rowNumber }, { title: w.order }, { title: w.field }, { title: w.problem }]}>
              {errors.map(({ row, order, field, message }, i) => (
                <IndexTable.Row id={String(row)} key={row} position={i}>
                  <IndexTable.Cell>{row}</IndexTable.Cell><IndexTable.Cell>{order}</IndexTable.Cell><IndexTable.Cell>{field}</IndexTable.Cell>
                  <IndexTable.Cell><div style={{ whiteSpace: "normal", minWidth: 200 }}>{message}</div></IndexTable.Cell>
                </IndexTable.Row>
              ))}
            </IndexTable>
          </BlockStack>
        </Card>
      )}
    </BlockStack>
  );
}
