/** How a merchant's products become item classes and categories: rules over what Shopify knows of a line. */
import { z } from "zod";

const test = z.strictObject({
  tag: z.string().min(1).max(255).optional(),
  productType: z.string().min(1).max(255).optional(),
  vendor: z.string().min(1).max(255).optional(),
  sku: z.string().min(1).max(100).optional().describe("the whole SKU, with * for any run of characters"),
  metafield: z.strictObject({ namespace: z.string().max(255), key: z.string().max(64), value: z.string().max(255) }).optional(),
  zeroPrice: z.boolean().optional(),
  title: z.string().min(1).max(255).optional().describe("a word of the title"),
});
const gives = z.strictObject({
  class: z.enum(["new", "refurbished", "accessory", "free_gift"]).optional(),
  category: z.string().min(1).max(80).optional(),
  line: z.string().min(1).max(80).optional(),
  onClearance: z.boolean().optional(),
  partOfKit: z.boolean().optional(),
});

/** All parts of `when` hold together; of several rules the first that fits gives each attribute. */
export const itemMappingSchema = z.array(z.strictObject({ when: test, gives })).max(200);
export type ItemMapping = z.infer<typeof itemMappingSchema>;
export type ItemKind = z.infer<typeof gives>;
type When = z.infer<typeof test>;

/** What Shopify knows of a line that a rule may look at. `price` is decimal text. */
export type MappedLine = Readonly<{
  title: string; sku: string | null; vendor: string | null; productType: string | null; tags: readonly string[]; price: string; isPartOfKit: boolean;
  metafields: readonly Readonly<{ namespace: string; key: string; value: string }>[];
}>;

const sameWord = (a: string | null, b: string): boolean => a !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** A pattern with * matched by walking, so that no pattern a merchant types can be slow. */
function fitsPattern(text: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const lower = text.toLowerCase();
  const first = parts[0] ?? "", last = parts.at(-1) ?? "";
  if (parts.length === 1) return lower === first;
  if (!lower.startsWith(first) || !lower.endsWith(last) || lower.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = lower.indexOf(part, at);
    if (found < 0 || found + part.length > lower.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

function fits(when: When, line: MappedLine): boolean {
  if (when.tag !== undefined && !line.tags.some((tag) => sameWord(tag, when.tag ?? ""))) return false;
  if (when.productType !== undefined && !sameWord(line.productType, when.productType)) return false;
  if (when.vendor !== undefined && !sameWord(line.vendor, when.vendor)) return false;
  if (when.sku !== undefined && !(line.sku !== null && fitsPattern(line.sku, when.sku))) return false;
  if (when.title !== undefined && !line.title.toLowerCase().split(/[^\p{L}\p{N}]+/u).includes(when.title.toLowerCase())) return false;
  if (when.zeroPrice !== undefined && (Number(line.price) === 0) !== when.zeroPrice) return false;
  const wanted = when.metafield;
  return wanted === undefined || line.metafields.some((m) => m.namespace === wanted.namespace && m.key === wanted.key && m.value === wanted.value);
}

/** The item's kind by the merchant's rules, and which rule gave each attribute (by index), for the screen that tries them. */
export function kindOf(mapping: ItemMapping, line: MappedLine): Readonly<{ kind: ItemKind; by: Readonly<Partial<Record<keyof ItemKind, number>>> }> {
  const kind: Record<string, unknown> = {}, by: Record<string, number> = {};
  mapping.forEach((rule, index) => {
    if (!fits(rule.when, line)) return;
    for (const [name, value] of Object.entries(rule.gives)) {
      if (value === undefined || name in kind) continue;
      kind[name] = value;
      by[name] = index;
    }
  });
  if (line.isPartOfKit && !("partOfKit" in kind)) kind["partOfKit"] = true;
  return { kind, by };
}
