import { beforeAll, describe, expect, it } from "vitest";
import { readClaim, type Claim } from "../../policy/claim.ts";
import { minorDigits, parseMinor } from "../../policy/money.ts";
import { shippedPolicies } from "../../app/flows/publishPolicy.ts";
import { channelOf, claimOf, type Asked, type ReadClaim, type ShopFacts } from "../../app/shopify/claim.ts";
import { readOrder, type LineRead, type OrderRead } from "../../app/shopify/order.ts";
import type { Admin } from "../../app/shopify/admin.ts";
import { createWorld, type World } from "../devstore/kernel/world.ts";
import { readMerchants, type Merchant } from "../devstore/seed/merchant.ts";
import { inProcess, seedWorld } from "../devstore/seed/seedWorld.ts";
import { mapping } from "./mappings.ts";

const ORDERS = 60, AT = "2026-11-21T12:00:00Z";
type Whole = Readonly<{ taxesIncluded: boolean; sourceName: string | null; totalPriceSet: Money}>;
type Money = Readonly<{ presentmentMoney: { amount: string } }>;
type Row = Readonly<{ shop: string; merchant: Merchant; order: OrderRead; whole: Whole; claims: readonly { line: LineRead; read: ReadClaim }[] }>;

const facts = (policy: string, zone: string): ShopFacts => ({
  policy, zone, mapping, holidays: [], settings: {}, ownChannels: ["custom-app"], returnCountry: () => undefined,
  channels: [{ from: "amazon-us", is: "authorized_reseller", seller: "Amazon" }, { from: "ebay", is: "unlisted_seller" }],
});
const asked = (quantity: number): Asked => ({ request: { reason: "unwanted" }, quantity, originalBuyer: true });

/** The seeded shops' Admin API without HTTP; its rules and answers are the same. */
function adminOf(world: World, merchant: Merchant): Admin {
  const shop = world.shops.get(merchant.shop.domain);
  if (!shop) throw new Error(`no shop ${merchant.shop.domain}`);
  const send = inProcess(world, shop, merchant.shop.token);
  return { shop: shop.domain, spent: () => ({ calls: 0, points: 0 }), run: async (document, variables) => (await send(document, variables)).data as never };
}

const TOTALS = `query ($id: ID!) { order(id: $id) { taxesIncluded sourceName totalPriceSet { presentmentMoney { amount } } } }` as never;

async function rowsOf(world: World, merchant: Merchant): Promise<Row[]> {
  const admin = adminOf(world, merchant), policy = shippedPolicies().get(merchant.id);
  const { orders } = await admin.run<{ orders: { nodes: { id: string }[] } }, Record<string, never>>("{ orders(first: 250) { nodes { id } } }" as never, {});
  const rows: Row[] = [];
  for (const { id } of orders.nodes) {
    const order = await readOrder(admin, id), { order: whole } = await admin.run<{ order: Whole }, { id: string }>(TOTALS, { id });
    if (!order) throw new Error(`${id} is gone`);
    const claims = order.lineItems.nodes.map((line) => ({ line, read: claimOf(order, line, facts(policy?.id ?? "", merchant.shop.zone), asked(Math.max(1, line.refundableQuantity)), AT) }));
    rows.push({ shop: merchant.shop.domain, merchant, order, whole, claims });
  }
  return rows;
}

const minor = ({ money }: Claim, text: string): number => parseMinor(text, minorDigits(money.currency));
/** What the claim says the line cost: price, less discount, with the tax where it comes on top, and its share of shipping. */
const cost = (claim: Claim): number =>
  minor(claim, claim.money.unitPrice) * claim.money.quantity - minor(claim, claim.money.discount) + (claim.money.taxIncluded ? 0 : minor(claim, claim.money.tax)) + minor(claim, claim.money.shipping);
const inMinor = (set: Money, currency: string): number => Math.round(Number(set.presentmentMoney.amount) * 10 ** minorDigits(currency));

describe("claims of the five shops' orders", () => {
  let rows: Row[];
  beforeAll(async () => {
    const world = createWorld();
    await seedWorld(world, { seed: 1, orders: ORDERS });
    rows = (await Promise.all(readMerchants().map((merchant) => rowsOf(world, merchant)))).flat();
  }, 120_000);
  const all = (): { row: Row; line: LineRead; read: ReadClaim; claim: Claim }[] => rows.flatMap((row) => row.claims.map(({ line, read }) => ({ row, line, read, claim: read.claim })));

  it("are enough, of all shops, in seven currencies and more zones", () => {
    expect(rows).toHaveLength(5 * ORDERS);
    expect(new Set(all().map(({ claim }) => claim.money.currency))).toEqual(new Set(["USD", "CAD", "GBP", "EUR", "AUD", "JPY", "KWD"]));
    expect(new Set(all().map(({ claim }) => claim.zone)).size).toBeGreaterThanOrEqual(7);
  });

  it("each reads as a claim, but for lines of which nothing is left to return", () => {
    const wrong = all().filter(({ line }) => line.refundableQuantity > 0).flatMap(({ row, claim }) => {
      const read = readClaim(claim);
      return "errors" in read ? [`${row.shop} ${claim.id} ${JSON.stringify(read.errors)}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(all().filter(({ line }) => line.refundableQuantity > 0).length).toBeGreaterThan(300);
  });

  it("an order's lines add up to its total, in presentment money, the tax on shipping too", () => {
    const off = rows.flatMap(({ shop, order, whole, claims }) => {
      const currency = order.presentmentCurrencyCode;
      const difference = inMinor(whole.totalPriceSet, currency) - claims.reduce((sum, { read }) => sum + cost(read.claim), 0);
      return difference === 0 ? [] : [`${shop} ${order.name}: ${difference}`];
    });
    expect(off).toEqual([]);
  });

  it("the samples hold what could go wrong: tax included and not, discounts, free shipping, refunds, no decimals and three", () => {
    const claims = all().map(({ claim }) => claim);
    expect(claims.filter((claim) => claim.money.taxIncluded && Number(claim.money.tax) > 0).length).toBeGreaterThan(10);
    expect(claims.filter((claim) => !claim.money.taxIncluded && Number(claim.money.tax) > 0).length).toBeGreaterThan(10);
    expect(claims.filter((claim) => Number(claim.money.discount) > 0).length).toBeGreaterThan(10);
    expect(claims.filter((claim) => Number(claim.money.shipping) === 0).length).toBeGreaterThan(10);
    expect(claims.filter((claim) => Number(claim.money.shippingTax ?? 0) > 0).length).toBeGreaterThan(10);
    expect(claims.filter((claim) => (claim.money.alreadyRefundedQuantity ?? 0) > 0).length).toBeGreaterThan(5);
    expect(claims.every((claim) => claim.money.currency !== "JPY" || /^\d+$/.test(claim.money.unitPrice))).toBe(true);
    expect(claims.every((claim) => claim.money.currency !== "KWD" || /^\d+\.\d{3}$/.test(claim.money.unitPrice))).toBe(true);
  });

  it("count what went back as Shopify does", () => {
    const off = all().filter(({ line, claim }) => line.quantity - (claim.money.alreadyRefundedQuantity ?? 0) !== line.refundableQuantity && line.currentQuantity === line.refundableQuantity);
    expect(off.map(({ row, claim }) => `${row.shop} ${claim.id}`)).toEqual([]);
    for (const { claim } of all()) {
      if (claim.money.alreadyRefunded === undefined) continue;
      expect(minor(claim, claim.money.alreadyRefunded)).toBeLessThanOrEqual(cost(claim));
    }
  });

  it("class and category are those of the merchant's catalogue", () => {
    const wrong = all().flatMap(({ row, line, claim }) => {
      const product = row.merchant.products.find((p) => line.sku === p.sku || line.sku?.startsWith(`${p.sku}-`) && line.title === p.title);
      if (!product) return [`${row.shop} ${line.sku} is in no catalogue`];
      if (!product.mapped) return [];
      return claim.item.class === product.class && claim.item.category === product.category ? [] : [`${row.shop} ${line.sku}: ${claim.item.class} ${claim.item.category}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(all().filter(({ claim }) => claim.item.onClearance).length).toBeGreaterThan(3);
  });

  it("a product without metafields is known by its tags and its title, and says by which rule", () => {
    const unmapped = all().filter(({ row, line }) => row.merchant.products.some((p) => !p.mapped && p.title === line.title));
    expect(unmapped.length).toBeGreaterThan(5);
    for (const { read } of unmapped.filter(({ line }) => line.product?.tags.includes("accessory"))) {
      expect(read.claim.item.class).toBe("accessory");
      expect(mapping[read.mappedBy["class"] ?? -1]?.when).toEqual({ tag: "accessory" });
    }
  });

  it("the channel is what the shop says of the source, and unknown where it says nothing", () => {
    const by = new Map<string | null, Set<string | undefined>>();
    for (const { row, claim } of all()) by.set(row.order.sourceName, (by.get(row.order.sourceName) ?? new Set()).add(claim.order.channel));
    expect(by.get(null)).toEqual(new Set(["own_store"]));
    expect(by.get("amazon-us")).toEqual(new Set(["authorized_reseller"]));
    expect(by.get("ebay")).toEqual(new Set(["unlisted_seller"]));
    expect(by.get("showroom")).toEqual(new Set([undefined]));
  });

  it("arrival is known for what arrived, with its source", () => {
    const arrived = all().filter(({ read }) => read.delivery.at !== null);
    expect(arrived.length).toBeGreaterThan(100);
    expect(arrived.every(({ read, claim }) => read.delivery.source === "carrier" && claim.item.deliveredAccordingTo === "carrier" && claim.order.status === "delivered")).toBe(true);
    expect(all().filter(({ read }) => read.delivery.at === null && read.delivery.source === null).length).toBeGreaterThan(5);
  });

  describe("a line in two parcels of which one came", () => {
    const FIRST = "2026-11-02T10:00:00Z", SECOND = "2026-11-09T10:00:00Z";
    /** A real order whose line of several units is sent in two parcels; `second` is when the later one came. */
    function split(second: string | null): { order: OrderRead; line: LineRead; shop: ShopFacts } {
      const row = rows.find(({ order }) => order.lineItems.nodes.some((line) => line.quantity >= 2 && line.refundableQuantity === line.quantity) && order.fulfillments.length === 1);
      const line = row?.order.lineItems.nodes.find((one) => one.quantity >= 2), parcel = row?.order.fulfillments[0];
      if (!row || !line || !parcel) throw new Error("no order with a line of two units");
      const part = (id: string, quantity: number, at: string | null): OrderRead["fulfillments"][number] => ({
        ...parcel, id, deliveredAt: at, events: { nodes: at ? [{ status: "DELIVERED", happenedAt: at }] : [] }, fulfillmentLineItems: { nodes: [{ id: `${id}/1`, quantity, lineItem: { id: line.id } }] },
      });
      return { order: { ...row.order, fulfillments: [part("f1", 1, FIRST), part("f2", line.quantity - 1, second)] }, line, shop: facts("x", "UTC") };
    }
    const read = (second: string | null, quantity: number, more: Partial<Asked> = {}): ReadClaim => {
      const { order, line, shop } = split(second);
      return claimOf(order, line, shop, { ...asked(quantity), ...more }, AT);
    };

    it("has the day of the unit that came, and says that the rest is on its way", () => {
      const { claim, delivery } = read(null, 1);
      expect(claim.item.deliveredAt).toEqual([FIRST]);
      expect(delivery).toMatchObject({ source: "carrier", at: FIRST, unitsArrived: 1 });
      expect(delivery.units).toBeGreaterThan(1);
    });
    it("has no day for more units than came", () => {
      expect(read(null, 2).claim.item.deliveredAt).toBeUndefined();
      expect(read(null, 2).claim.order.status).toBe("shipped");
    });
    it("has both days once the second event arrives, whatever was said before", () => {
      const { claim, delivery } = read(SECOND, 2, { deliveredAccordingToCustomer: "2026-11-05" });
      expect(claim.item.deliveredAt).toEqual([FIRST, SECOND]);
      expect(delivery).toMatchObject({ source: "carrier", at: SECOND });
    });
    it("takes the customer's word until then, and a person's before it", () => {
      expect(read(null, 2, { deliveredAccordingToCustomer: "2026-11-05" })).toMatchObject({ claim: { item: { deliveredAt: ["2026-11-05"], deliveredAccordingTo: "customer" } }, delivery: { source: "customer" } });
      expect(read(null, 2, { deliveredAccordingToCustomer: "2026-11-05", deliveredAccordingToPerson: "2026-11-06" })).toMatchObject({ claim: { item: { deliveredAt: ["2026-11-06"], deliveredAccordingTo: "person" } } });
    });
    it("keeps what was said earlier: a person's word against a later one of the customer, the customer's until they say another", () => {
      const { order, line, shop } = split(null), earlier = (by: "customer" | "person"): ShopFacts => ({ ...shop, said: new Map([[line.id, { on: "2026-11-04", by }]]) });
      const source = (by: "customer" | "person", more: Partial<Asked>): unknown => claimOf(order, line, earlier(by), { ...asked(2), ...more }, AT).delivery;
      expect(source("customer", {})).toMatchObject({ source: "customer", at: "2026-11-04" });
      expect(source("customer", { deliveredAccordingToCustomer: "2026-11-05" })).toMatchObject({ source: "customer", at: "2026-11-05" });
      expect(source("person", { deliveredAccordingToCustomer: "2026-11-05" })).toMatchObject({ source: "person", at: "2026-11-04" });
      expect(source("customer", { deliveredAccordingToPerson: "2026-11-06" })).toMatchObject({ source: "person", at: "2026-11-06" });
    });
  });
});

it.each([
  ["web", null, "own_store"], ["pos", null, "own_store"], ["shopify_draft_order", null, "own_store"], ["amazon-us", "custom-app", "authorized_reseller"],
  ["walmart", "custom-app", undefined], [null, "custom-app", "own_store"], ["4711", "custom-app", "own_store"], ["4711", "Marketplace", undefined], [null, null, undefined],
])("an order from source %s of app %s is %s", (sourceName, app, channel) => {
  expect(channelOf({ sourceName, app: app === null ? null : { id: "gid://shopify/App/1", name: app } }, facts("x", "UTC")).channel).toBe(channel);
});
