/** What may go out in place of a line: variants with their stock, held against what the policy says a replacement is. */
import type { RemedyAnswer } from "../../policy/decision.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { App } from "../app.server.ts";
import { exchangeVariants, type VariantOffered } from "../shopify/exchangeVariants.ts";
import { kindOf } from "../shopify/itemMapping.ts";
import { rmaOf } from "../store/rmas.ts";
import { shopOf, type ShopRow } from "../store/shops.ts";
import { decisionIn, promisedIn } from "./storedLine.ts";

/** What the policy says of the thing that goes out; null where it says nothing. */
export type ReplacementRule = NonNullable<RemedyAnswer["replacement"]> | null;
/** `fits`: it is what the policy promises. What does not fit, staff may still send. Price in the shop's currency. */
export type ExchangeChoice = Omit<VariantOffered, "mapped"> & Readonly<{ itemClass: string | null; fits: boolean }>;
export type ExchangeChoices = Readonly<{ rule: ReplacementRule; currency: string; choices: readonly ExchangeChoice[] }>;

const ofAnyModel: ReadonlySet<string> = new Set(["comparable", "substitute", "as_ordered"]);
const isRefurbished = (itemClass: string | null): boolean => itemClass === "refurbished";

/** A refurbished one is a product of its own in most shops, so "the same model" cannot be told by the product there. */
function fitsRule(rule: ReplacementRule, variant: VariantOffered, itemClass: string | null, paidPrice: string | null): boolean {
  if (!rule) return variant.ofSameProduct;
  if (rule.condition === "new" && isRefurbished(itemClass)) return false;
  if (rule.condition === "refurbished" && !isRefurbished(itemClass)) return false;
  if (variant.ofSameProduct || ofAnyModel.has(rule.model)) return true;
  return rule.model === "equal_value" ? Number(variant.price) === Number(paidPrice) : isRefurbished(itemClass) && rule.condition !== "unspecified";
}

const order = (a: ExchangeChoice, b: ExchangeChoice): number =>
  Number(b.fits) - Number(a.fits) || Number(b.inStock) - Number(a.inStock) || Number(b.isSame) - Number(a.isSame) || Number(b.ofSameProduct) - Number(a.ofSameProduct) || a.title.localeCompare(b.title);

/** Choices for any order line; `paidPrice` is the unit's price as decimal text. Two queries at Shopify at most. */
export async function choicesFor(app: App, row: ShopRow, { lineId, rule, paidPrice, words }: Readonly<{ lineId: string; rule: ReplacementRule; paidPrice: string | null; words?: string }>): Promise<ExchangeChoices> {
  const elsewhere = rule !== null && (rule.model !== "same" || rule.condition.includes("refurbished"));
  const found = await exchangeVariants(app.adminFor(row.domain), { lineId, ...(words ? { others: { words } } : elsewhere ? { others: "same_type" as const } : {}) });
  const choices = found.map(({ mapped, ...variant }): ExchangeChoice => {
    const itemClass = kindOf(row.settings.mapping, mapped).kind.class ?? null;
    return { ...variant, itemClass, fits: fitsRule(rule, { ...variant, mapped }, itemClass, paidPrice) };
  });
  return { rule, currency: row.currency, choices: choices.toSorted(order) };
}

/** Choices for a line of an RMA, by the remedy named or the one decided; `words` look through other products too. Throws where the shop has no such RMA. */
export async function exchangeChoices(app: App, { shop, rmaId, rmaLineId, remedy, words }: Readonly<{ shop: string; rmaId: string; rmaLineId: string; remedy?: Remedy; words?: string }>): Promise<ExchangeChoices> {
  const rma = await rmaOf(app.db.prisma, shop, rmaId), row = await shopOf(app.db.prisma, shop), line = rma.lines.find(({ id }) => id === rmaLineId);
  if (!line) return { rule: null, currency: row.currency, choices: [] };
  const wanted = remedy ?? line.remedy, answer = decisionIn(line).remedies.find((one) => one.remedy === wanted) ?? promisedIn(line);
  return choicesFor(app, row, { lineId: line.lineId, rule: answer?.replacement ?? null, paidPrice: (line.claim as { money?: { unitPrice?: string } }).money?.unitPrice ?? null, ...(words ? { words } : {}) });
}
