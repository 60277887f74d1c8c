import { Box, InlineStack, Text } from "@shopify/polaris";
import { moneyInWords } from "./words.en.ts";
import type { Sum } from "../../policy/explain.ts";

/** What was paid, less each deduction, to what is paid out; each row with the clauses that take it off. */
export function MoneyBreakdown({ sums }: { sums: readonly Sum[] }) {
  return (
    <div role="table">
      {sums.map(({ label, amount, currency, clauses, total }, i) => (
        <Box key={i} {...(total ? { borderBlockStartWidth: "025" as const, borderColor: "border" as const } : {})} paddingBlock="050">
          <div role="row">
            <InlineStack align="space-between" gap="400" wrap={false}>
              <div role="cell"><Text as="span" {...(total ? { fontWeight: "semibold" as const } : {})}>{label}</Text>{clauses.length > 0 && <Text as="span" tone="subdued" variant="bodySm"> {clauses.join(", ")}</Text>}</div>
              <div role="cell" style={{ whiteSpace: "nowrap" }}><Text as="span" numeric {...(total ? { fontWeight: "semibold" as const } : {})}>{moneyInWords(amount, currency)}</Text></div>
            </InlineStack>
          </div>
        </Box>
      ))}
    </div>
  );
}
