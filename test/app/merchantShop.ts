/** One merchant's shop with its catalogue and policy in the app, and orders placed, paid, shipped and delivered some days ago. */
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { inProcess, seedWorld } from "../devstore/seed/seedWorld.ts";
import type { World } from "../devstore/kernel/world.ts";
import type { Shop } from "../devstore/shop.ts";
import { STAFF } from "./asks.ts";
import { install, stand, type Stand } from "./stand.ts";

export type Json = { readonly [key: string]: Json } & { readonly [index: number]: Json } & { readonly length: number };
export type Bought = Readonly<{ sku: string; quantity?: number; price: string; tax?: string; /** Noted on the line at packing. */ serial?: string }>;
/** What one unit of a currency is worth in dollars, for the shop's side of the books. */
const rates = { USD: 1, JPY: 0.0067, KWD: 3.25 } as const;
export type OrderPlan = Readonly<{ lines: readonly Bought[]; daysAgo?: number; /** Null: shipped, and nobody says that it arrived. */ deliveredDaysAgo?: number | null; shipping?: string; shippingTax?: string; taxesIncluded?: boolean; /** What the customer paid in, where it is not the shop's own. */ currency?: keyof typeof rates; /** False: nothing has left yet. */ isShipped?: boolean; source?: string; /** The customer. */ email?: string }>;
export type Placed = Readonly<{ orderId: string; lines: readonly string[]; name: string }>;

export type MerchantShop = Readonly<{
  s: Stand; shop: string; devShop: Shop;
  ask: (query: string, variables?: object) => Promise<Json>;
  variant: (sku: string) => Promise<string>;
  place: (plan: OrderPlan) => Promise<Placed>;
  /** What the dev store's books say of an order. */
  books: (orderId: string) => Promise<{ refunded: string; outstanding: string; status: string; refunds: number; returns: string[]; lines: { title: string; quantity: number; paid: string }[] }>;
  fault: (rule: object) => Promise<unknown>;
  /** Moves the app's clock on; the dev store's stays real. */
  later: (ms: number) => void;
}>;

export const POLICY_SETTINGS = { newWarrantyTerm: "P1Y" };

const classes = ["new", "refurbished", "accessory", "free_gift"];
const categories = ["camera", "nvr", "dvr", "hdd", "system", "cable", "wire", "power_supply", "power_adapter", "mounting_bracket", "wifi_antenna", "personal_item"];
const mapping = [
  ...classes.map((value) => ({ when: { metafield: { namespace: "item", key: "class", value } }, gives: { class: value } })),
  ...categories.map((value) => ({ when: { metafield: { namespace: "item", key: "category", value } }, gives: { category: value } })),
  { when: { tag: "clearance" }, gives: { onClearance: true } },
];
export const settings = { mapping, ownChannels: ["web"], returnAddresses: [{ from: ["*"], country: "US", lines: ["Returns", "1 Dock Road", "Houston TX 77001"] }] };

const ORDER = `query Books($id: ID!) { order(id: $id) { name displayFinancialStatus totalOutstandingSet { presentmentMoney { amount } } totalRefundedSet { presentmentMoney { amount } }
  refunds { id } returns(first: 20) { nodes { name status } } lineItems(first: 20) { nodes { title currentQuantity discountedTotalSet { presentmentMoney { amount } } } } } }`;
const CREATE = `mutation Place($order: OrderCreateOrderInput!) { orderCreate(order: $order, options: { inventoryBehaviour: BYPASS }) {
  order { id name lineItems(first: 20) { nodes { id } } fulfillmentOrders(first: 5) { nodes { id lineItems(first: 20) { nodes { id lineItem { id } } } } } } userErrors { field message } } }`;
const SHIP = "mutation Ship($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } } }";
const EVENT = "mutation Arrived($fulfillmentEvent: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $fulfillmentEvent) { fulfillmentEvent { id } userErrors { field message } } }";

const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const address = { firstName: "Ada", lastName: "Field", address1: "1 Main Street", city: "Austin", zip: "73301", countryCode: "US", provinceCode: "TX" };

type Desk = Pick<MerchantShop, "ask" | "variant" | "place" | "books">;

/** What a seeded shop's own staff do at Shopify: orders placed, shipped and delivered, and a look into the books. */
export function deskOf(world: World, devShop: Shop): Desk {
  const send = inProcess(world, devShop, `local-${devShop.domain.replace(".myshopify.com", "")}`);
  const ask = async (query: string, variables: object = {}): Promise<Json> => {
    const answer = await send(query, variables as Record<string, unknown>);
    if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors));
    const data = answer.data as unknown as Json, payload = Object.values(data)[0] as Json | undefined;
    if ((payload?.["userErrors"] as Json | undefined)?.length) throw new Error(JSON.stringify(payload?.["userErrors"]));
    return data;
  };
  const variant = async (sku: string): Promise<string> => {
    const found = (await ask("query V($q: String!) { productVariants(first: 1, query: $q) { nodes { id sku } } }", { q: `sku:${sku}` }))["productVariants"]?.["nodes"]?.[0];
    if (String(found?.["sku"]) !== sku) throw new Error(`no variant ${sku}`);
    return String(found?.["id"]);
  };
  const place = async ({ lines, daysAgo = 10, deliveredDaysAgo = 5, shipping = "0.00", shippingTax, taxesIncluded = false, currency, email = "ada@example.com", isShipped = true, source = "web" }: OrderPlan): Promise<Placed> => {
    const bag = (amount: string) => (currency ? { shopMoney: { amount: (Number(amount) * rates[currency]).toFixed(2), currencyCode: devShop.currency }, presentmentMoney: { amount, currencyCode: currency } } : { shopMoney: { amount, currencyCode: devShop.currency } });
    const taxLines = (tax: string | undefined) => (tax === undefined ? [] : [{ title: "Tax", rate: 0.08, priceSet: bag(tax) }]);
    const lineItems = await Promise.all(lines.map(async ({ sku, quantity = 1, price, tax, serial }) => ({ properties: serial === undefined ? [] : [{ name: "Serial number", value: serial }], variantId: await variant(sku), quantity, priceSet: bag(price), requiresShipping: true, taxable: tax !== undefined, taxLines: taxLines(tax) })));
    const total = lines.reduce((n, { quantity = 1, price, tax = "0" }) => n + quantity * Number(price) + (taxesIncluded ? 0 : Number(tax)), Number(shipping) + (taxesIncluded ? 0 : Number(shippingTax ?? 0)));
    const { order } = (await ask(CREATE, { order: {
      currency: devShop.currency, taxesIncluded, ...(currency ? { presentmentCurrency: currency } : {}), processedAt: ago(daysAgo), sourceName: source, email, customer: { toUpsert: { email, firstName: "Ada", lastName: "Field" } }, shippingAddress: address, billingAddress: address, lineItems,
      ...(Number(shipping) ? { shippingLines: [{ title: "Ground", priceSet: bag(shipping), taxLines: taxLines(shippingTax) }] } : {}), transactions: [{ kind: "SALE", status: "SUCCESS", gateway: "manual", amountSet: bag(total.toFixed(currency === "JPY" ? 0 : currency === "KWD" ? 3 : 2)) }],
    } }))["orderCreate"] as unknown as { order: Json };
    for (const open of isShipped ? (order["fulfillmentOrders"]?.["nodes"] as unknown as Json[]) : []) {
      const made = (await ask(SHIP, { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: open["id"] }] } }))["fulfillmentCreate"]?.["fulfillment"]?.["id"];
      if (deliveredDaysAgo !== null) await ask(EVENT, { fulfillmentEvent: { fulfillmentId: made, status: "DELIVERED", happenedAt: ago(deliveredDaysAgo) } });
    }
    return { orderId: String(order["id"]), name: String(order["name"]), lines: (order["lineItems"]?.["nodes"] as unknown as Json[]).map((line) => String(line["id"])) };
  };
  const amount = (bagOf: Json | undefined): string => String(bagOf?.["presentmentMoney"]?.["amount"]);
  const books: MerchantShop["books"] = async (orderId) => {
    const order = (await ask(ORDER, { id: orderId }))["order"] as Json;
    return {
      status: String(order["displayFinancialStatus"]), outstanding: amount(order["totalOutstandingSet"]), refunded: amount(order["totalRefundedSet"]), refunds: (order["refunds"] as Json).length,
      returns: (order["returns"]?.["nodes"] as unknown as Json[]).map((ret) => String(ret["status"])),
      lines: (order["lineItems"]?.["nodes"] as unknown as Json[]).map((line) => ({ title: String(line["title"]), quantity: Number(line["currentQuantity"]), paid: amount(line["discountedTotalSet"]) })),
    };
  };
  return { ask, variant, place, books };
}

/** Opens the app for one merchant of the seed; its policy holds from the beginning. */
export async function merchantShop(id: string, options: { policy?: boolean | object; stand?: typeof stand } = {}): Promise<MerchantShop> {
  let ahead = 0;
  const s = await (options.stand ?? stand)(async (world) => void (await seedWorld(world, { orders: 0, shops: [id] })), { now: () => new Date(Date.now() + ahead) });
  const shop = `${id}.myshopify.com`, devShop = s.world.shops.get(shop);
  if (!devShop) throw new Error(`${shop} is not seeded`);
  await install(s, shop);
  await s.app.db.prisma.shop.update({ where: { domain: shop }, data: { currency: devShop.currency, zone: devShop.zone } });
  await saveSettings(s.app.db.prisma, shop, settings);
  if (options.policy !== false) await publishPolicy(s.app, { shop, actor: STAFF, policy: typeof options.policy === "object" ? options.policy : id, settings: typeof options.policy === "object" ? {} : POLICY_SETTINGS });
  const { ask, variant, place, books } = deskOf(s.world, devShop);
  const fault = (rule: object): Promise<unknown> => fetch(`${s.store.origin}/__faults`, { method: "POST", body: JSON.stringify(rule) });
  return { s, shop, devShop, ask, variant, place, books, fault, later: (ms) => void (ahead += ms) };
}
