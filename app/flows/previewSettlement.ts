/** What a settlement would come to, line by line, as settleRma would reckon it now. Writes nothing. */
import type { App } from "../app.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { policyNamed } from "../store/policyVersions.ts";
import { rmaOf } from "../store/rmas.ts";
import type { StatementRow } from "./actionInput.ts";
import { unpaidRepairs } from "./charges.ts";
import { pricesFor } from "./exchangePricesFor.ts";
import { chooseLines, reckon, type LineChoice } from "./settlement.ts";

/** `paidBack` is negative where the customer owes; `said`: what Shopify's returns have no field for. */
export type Preview = Readonly<{ rows: readonly StatementRow[]; paidBack: string; currency: string; said: readonly string[] }> | Readonly<{ refused: readonly Refusal[] }>;

export async function previewSettlement(app: App, { shop, rmaId, lines, labelCost }: Readonly<{ shop: string; rmaId: string; lines: readonly LineChoice[]; labelCost?: string }>): Promise<Preview> {
  const asked = await pricesFor(app, { shop, rmaId, lines });
  if ("refused" in asked) return asked;
  const rma = await rmaOf(app.db.prisma, shop, rmaId), { inForce } = await policyNamed(app.db.prisma, shop, rma.policyVersion);
  const result = chooseLines(inForce, rma.lines, lines, labelCost, asked.prices, unpaidRepairs(rma));
  if ("refused" in result) return result;
  const { rows, paidBack, currency, fees } = reckon(result.chosen);
  return { rows, paidBack, currency, said: fees.said };
}
