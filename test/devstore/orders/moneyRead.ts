import { minorOf } from "../kernel/money.ts";
import { bag, sum, type Bag } from "./bag.ts";
import type { Json, OrdersUnderTest } from "./ordersUnderTest.ts";

const BAG = "{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }";
const sets = (names: string): string => names.split(" ").map((n) => `${n} ${BAG}`).join(" ");

export const LAWS = `query Laws($id: ID!) { order(id: $id) { id taxesIncluded cancelledAt displayFinancialStatus
  ${sets("totalReceivedSet totalRefundedSet netPaymentSet totalOutstandingSet totalCapturableSet currentTotalPriceSet currentSubtotalPriceSet currentTotalTaxSet currentShippingPriceSet totalPriceSet subtotalPriceSet totalTaxSet totalShippingPriceSet totalDiscountsSet totalRefundedShippingSet")}
  currentTaxLines { ${sets("priceSet")} } taxLines { ${sets("priceSet")} }
  customer { storeCreditAccounts(first: 3) { nodes { balance { amount currencyCode } } } }
  shippingLines(first: 5) { nodes { ${sets("originalPriceSet")} discountAllocations { ${sets("allocatedAmountSet")} } } }
  lineItems(first: 50) { nodes { id quantity currentQuantity refundableQuantity unfulfilledQuantity ${sets("originalTotalSet")} taxLines { ${sets("priceSet")} } discountAllocations { ${sets("allocatedAmountSet")} } } }
  transactions { id kind status gateway ${sets("amountSet")} parentTransaction { id } }
  refunds { ${sets("totalRefundedSet")} transactions(first: 10) { nodes { id } } orderAdjustments(first: 5) { nodes { ${sets("amountSet")} } } refundLineItems(first: 20) { nodes { quantity lineItem { id } ${sets("subtotalSet totalTaxSet")} } } }
  returns(first: 20) { nodes { returnLineItems(first: 20) { nodes { ... on ReturnLineItem { quantity processedQuantity refundedQuantity } } } } }
} }`;

/** A money bag of an answer in minor units. */
export function bagIn(json: Json | undefined): Bag {
  const side = (name: string): number => minorOf(String(json?.[name]?.["amount"]), String(json?.[name]?.["currencyCode"]));
  return bag(side("shopMoney"), side("presentmentMoney"));
}

export const list = (json: Json | undefined): Json[] => Array.from((json ?? []) as unknown as Json[]);
const nodes = (json: Json | undefined): Json[] => list(json?.["nodes"]);

/** An order as its answer shows it, every amount in minor units. */
export async function readOrder(store: OrdersUnderTest, id: string) {
  const order = (await store.ask(LAWS, { id }))["order"] as Json;
  const at = (name: string): Bag => bagIn(order[`${name}Set`]);
  return {
    status: order["displayFinancialStatus"] as unknown as string | null, taxesIncluded: Boolean(order["taxesIncluded"]), cancelled: order["cancelledAt"] !== null,
    received: at("totalReceived"), refunded: at("totalRefunded"), net: at("netPayment"), outstanding: at("totalOutstanding"), capturable: at("totalCapturable"),
    total: at("currentTotalPrice"), subtotal: at("currentSubtotalPrice"), tax: at("currentTotalTax"), shipping: at("currentShippingPrice"),
    asOrdered: { total: at("totalPrice"), subtotal: at("subtotalPrice"), tax: at("totalTax"), shipping: at("totalShippingPrice"), discounts: at("totalDiscounts") },
    taxLines: list(order["currentTaxLines"]).map((t) => bagIn(t["priceSet"])), allTaxLines: list(order["taxLines"]).map((t) => bagIn(t["priceSet"])),
    credit: nodes(order["customer"]?.["storeCreditAccounts"]).reduce((n, a) => n + minorOf(String(a["balance"]?.["amount"]), String(a["balance"]?.["currencyCode"])), 0),
    lines: nodes(order["lineItems"]).map((l) => ({
      id: String(l["id"]), quantity: Number(l["quantity"]), current: Number(l["currentQuantity"]), refundable: Number(l["refundableQuantity"]), open: Number(l["unfulfilledQuantity"]),
      gross: bagIn(l["originalTotalSet"]), tax: sum(list(l["taxLines"]).map((t) => bagIn(t["priceSet"]))), discounts: sum(list(l["discountAllocations"]).map((a) => bagIn(a["allocatedAmountSet"]))),
    })),
    shippingLines: nodes(order["shippingLines"]).map((s) => ({ price: bagIn(s["originalPriceSet"]), discounts: sum(list(s["discountAllocations"]).map((a) => bagIn(a["allocatedAmountSet"]))) })),
    transactions: list(order["transactions"]).map((t) => ({ id: String(t["id"]), kind: String(t["kind"]), gateway: String(t["gateway"]), parent: (t["parentTransaction"]?.["id"] as unknown as string | undefined) ?? null, amount: bagIn(t["amountSet"]) })),
    refunds: list(order["refunds"]).map((r) => ({
      total: bagIn(r["totalRefundedSet"]), transactions: nodes(r["transactions"]).map((t) => String(t["id"])), adjustments: nodes(r["orderAdjustments"]).map((a) => bagIn(a["amountSet"])),
      lines: nodes(r["refundLineItems"]).map((l) => ({ id: String(l["lineItem"]?.["id"]), quantity: Number(l["quantity"]), subtotal: bagIn(l["subtotalSet"]), tax: bagIn(l["totalTaxSet"]) })),
    })),
    returnLines: nodes(order["returns"]).flatMap((r) => nodes(r["returnLineItems"])).map((l) => ({ quantity: Number(l["quantity"]), processed: Number(l["processedQuantity"]), refunded: Number(l["refundedQuantity"]) })),
  };
}

export type Read = Awaited<ReturnType<typeof readOrder>>;
