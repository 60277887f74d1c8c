import { type PayloadMakers, type Subject } from "./payload.ts";
import { isData, items, lower, part, restId, restTime, type Data } from "./rest.ts";

const PRODUCT_QUERY = `query ($id: ID!) { product(id: $id) {
  id title handle descriptionHtml vendor productType status tags createdAt updatedAt publishedAt templateSuffix
  options { id name position optionValues { name } }
  variants(first: 100) { nodes { id title sku barcode price compareAtPrice position taxable inventoryPolicy inventoryQuantity
    createdAt updatedAt selectedOptions { name value } inventoryItem { id } } }
} }`;

function restVariant(variant: Data, product: Data, zone: string): Data {
  const [option1, option2, option3] = items(variant, "selectedOptions").map((o) => o.value);
  return {
    admin_graphql_api_id: variant.id, id: restId(variant.id), product_id: restId(product.id), title: variant.title, sku: variant.sku ?? null,
    barcode: variant.barcode ?? null, price: variant.price, compare_at_price: variant.compareAtPrice ?? null, position: variant.position,
    taxable: variant.taxable, inventory_policy: lower(variant.inventoryPolicy), inventory_quantity: variant.inventoryQuantity ?? 0,
    old_inventory_quantity: variant.inventoryQuantity ?? 0, inventory_item_id: restId(part(variant, "inventoryItem").id), image_id: null,
    created_at: restTime(variant.createdAt, zone), updated_at: restTime(variant.updatedAt, zone),
    option1: option1 ?? null, option2: option2 ?? null, option3: option3 ?? null,
  };
}

function restOption(option: Data, product: Data): Data {
  return {
    id: restId(option.id), product_id: restId(product.id), name: option.name, position: option.position,
    values: items(option, "optionValues").map((value) => value.name),
  };
}

function productPayload({ product }: Data, { shop }: Subject): Data {
  if (!isData(product)) throw new Error("the product is gone");
  const variants = items(product, "variants");
  return {
    admin_graphql_api_id: product.id, id: restId(product.id), title: product.title, handle: product.handle, body_html: product.descriptionHtml ?? null,
    vendor: product.vendor, product_type: product.productType, status: lower(product.status), template_suffix: product.templateSuffix ?? null,
    tags: Array.isArray(product.tags) ? product.tags.join(", ") : "", published_scope: "web",
    created_at: restTime(product.createdAt, shop.zone), updated_at: restTime(product.updatedAt, shop.zone),
    published_at: restTime(product.publishedAt, shop.zone), variants: variants.map((v) => restVariant(v, product, shop.zone)),
    options: items(product, "options").map((o) => restOption(o, product)), images: [], image: null, media: [],
    variant_gids: variants.map((v) => ({ admin_graphql_api_id: v.id, updated_at: v.updatedAt })),
    has_variants_that_requires_components: false, category: null,
  };
}

const product = { query: PRODUCT_QUERY, make: productPayload };

export const productPayloads: PayloadMakers = {
  "products/create": product,
  "products/update": product,
  "products/delete": { query: null, make: (_answer, { id }) => ({ id: restId(id) }) },
};
