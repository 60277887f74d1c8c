import { randomUUID } from "node:crypto";
import { callAll, type BatchOptions, type Send, type StepAnswer } from "./adminCall.ts";
import type { Existing } from "./existing.ts";
import { productInput, stockInput, variantInputs } from "./inputs.ts";
import type { Merchant, ProductData } from "./merchant.ts";
import { variantsOf } from "./planLines.ts";
import { randomOf } from "./random.ts";

export type Shelf = { readonly merchant: Merchant; readonly rates: Record<string, string>; readonly seed: number; readonly currency: string; readonly locationId: string };

type Made = { readonly id: string; readonly sku: string; readonly inventoryItem: { readonly id: string } };

/** All variants' ids by SKU, and what shall lie on the shelf by inventory item. */
export type Catalogue = { readonly variants: ReadonlyMap<string, string>; readonly stock: ReadonlyMap<string, number> };

/** Makes the products that are missing and their variants. Their stock is set later: returns and cancellations move it. */
export async function fillCatalogue(send: Send, shelf: Shelf, there: Existing, batch: BatchOptions): Promise<Catalogue> {
  const { merchant } = shelf;
  const missing = merchant.products.filter((p) => variantsOf(p, merchant.shop.currency).some((v) => !there.variants.has(v.sku)));
  const products = await callAll(send, "createProduct", missing.map((p) => ({ product: productInput(p, merchant) })), batch);
  const made = await fillVariants(send, shelf, missing, products, batch);
  return { variants: new Map([...there.variants, ...made.map((v) => [v.sku, v.id] as const)]), stock: stockOf(shelf, made) };
}

/** Counts the shelves. Throws when Shopify refuses it. */
export async function setStock(send: Send, { stock }: Catalogue, locationId: string, batch: BatchOptions): Promise<void> {
  if (stock.size > 0) await callAll(send, "setStock", [{ input: stockInput(stock, locationId), key: randomUUID() }], batch);
}

/** Shopify made the first variant with the product; the others are added. */
async function fillVariants(send: Send, shelf: Shelf, products: readonly ProductData[], answers: readonly StepAnswer[], batch: BatchOptions): Promise<Made[]> {
  const rows = products.map((p, i) => {
    const product = answers[i]?.["product"] as { id: string; variants: { nodes: { id: string }[] } };
    const [first, ...others] = variantInputs(p, shelf.merchant, shelf.currency, shelf.rates);
    return { productId: product.id, first: { id: product.variants.nodes[0]?.id, ...first }, others };
  });
  const updated = await callAll(send, "updateVariants", rows.map(({ productId, first }) => ({ productId, variants: [first] })), batch);
  const added = await callAll(send, "addVariants", rows.filter((r) => r.others.length > 0).map(({ productId, others }) => ({ productId, variants: others })), batch);
  return [...updated, ...added].flatMap((answer) => answer["productVariants"] as Made[]);
}

/** Units by inventory item, the same for the same seed number. */
function stockOf({ merchant, seed }: Shelf, made: readonly Made[]): Map<string, number> {
  const given = new Map(merchant.products.flatMap((p) => variantsOf(p, merchant.shop.currency).map((v) => [v.sku, p.stock] as const)));
  return new Map(made.map((v) => [v.inventoryItem.id, given.get(v.sku) ?? randomOf(seed, `${merchant.id}/stock/${v.sku}`).whole(5, 120)]));
}
