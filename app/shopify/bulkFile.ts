/** The file of a bulk operation, order by order, from any byte on; no more of it is held than one order. */
import { ShopifyAway } from "./admin.ts";
import type { OrdersInBulkQuery } from "../types/admin.generated.ts";
import { withoutCharges } from "./charges.ts";
import { withKnownZone, type OrderRead } from "./order.ts";

type BulkOrder = OrdersInBulkQuery["orders"]["edges"][number]["node"];
type BulkLine = BulkOrder["lineItems"]["edges"][number]["node"];
type BulkShipping = BulkOrder["shippingLines"]["edges"][number]["node"];
type BulkMetafield = NonNullable<BulkLine["product"]>["metafields"]["edges"][number]["node"];
type Child = Readonly<{ id: string; __parentId: string }> & (BulkLine | BulkShipping | BulkMetafield);
type Root = Omit<BulkOrder, "lineItems" | "shippingLines">;

/** An order of the file: whole, or only its id where the file cannot say all that coverage needs. `end` is the byte after it. */
export type OrderInFile = Readonly<{ orderId: string; order: OrderRead | null; end: number }>;

/** Shopify keeps the file for seven days. */
export class BulkFileGone extends Error {}

/** Orders of the file at `url`, asked by `ask`, from byte `from`, which is 0 or an `end` given earlier. Throws ShopifyAway where it ends too early, BulkFileGone. */
export async function* ordersInFile(ask: typeof fetch, url: string, from: number): AsyncGenerator<OrderInFile> {
  let root: Root | undefined, children: Child[] = [], end = from;
  for await (const line of linesOf(ask, url, from)) {
    const node = JSON.parse(line.text) as Root | Child;
    if ("__parentId" in node) children.push(node);
    else {
      if (root) yield { ...wholeOrder(root, children), end };
      [root, children] = [node, []];
    }
    end = line.end;
  }
  if (root) yield { ...wholeOrder(root, children), end };
}

async function* linesOf(ask: typeof fetch, url: string, from: number): AsyncGenerator<Readonly<{ text: string; end: number }>> {
  let rest = Buffer.alloc(0), at = from;
  for await (const chunk of bytesOf(ask, url, from)) {
    rest = rest.length ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      at += end + 1;
      const text = rest.toString("utf8", 0, end);
      rest = rest.subarray(end + 1);
      if (text.trim()) yield { text, end: at };
    }
  }
  if (rest.length) throw new ShopifyAway("The bulk operation's file was cut off", false);
}

/** The file's bytes from one on: by a range where the host knows ranges, else by passing over what was read before. */
async function* bytesOf(ask: typeof fetch, url: string, from: number): AsyncGenerator<Uint8Array> {
  try {
    const response = await ask(url, from ? { headers: { range: `bytes=${from}-` } } : {});
    if (response.status === 416) return;
    if ([403, 404, 410].includes(response.status)) throw new BulkFileGone(`The bulk operation's file answered ${response.status}`);
    if (!response.ok || !response.body) throw new ShopifyAway(`The bulk operation's file answered ${response.status}`, false);
    let skip = response.status === 206 ? 0 : from;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const passed = Math.min(skip, chunk.length);
      skip -= passed;
      if (passed < chunk.length) yield chunk.subarray(passed);
    }
  } catch (error) {
    throw error instanceof ShopifyAway || error instanceof BulkFileGone ? error : new ShopifyAway("The connection to the bulk operation's file was lost", false, error);
  }
}

const gone = new Set(["CANCELLED", "ERROR", "FAILURE"]);

/** Whether the file alone says when each unit arrived and what was paid: one parcel with everything, or none, and nothing went back. */
function saysAll(root: Root, lines: readonly BulkLine[]): boolean {
  const parcels = root.fulfillments.filter((fulfillment) => !gone.has(fulfillment.status));
  if (root.refunds.length > 0 || parcels.length > 1 || lines.length > 100 || lines.some((line) => line.currentQuantity !== line.quantity)) return false;
  const [parcel] = parcels;
  if (!parcel) return root.displayFulfillmentStatus === "UNFULFILLED";
  return root.displayFulfillmentStatus === "FULFILLED" && (parcel.deliveredAt !== null || parcel.displayStatus !== "DELIVERED");
}

const kindIn = (child: Child): string => child.id.split("/").at(-2) ?? "";

function wholeOrder(root: Root, children: readonly Child[]): Omit<OrderInFile, "end"> {
  const lines = children.filter((child): child is Child & BulkLine => kindIn(child) === "LineItem");
  if (!saysAll(root, lines)) return { orderId: root.id, order: null };
  const shipping = children.filter((child): child is Child & BulkShipping => kindIn(child) === "ShippingLine");
  const metafields = children.filter((child): child is Child & BulkMetafield => kindIn(child) === "Metafield");
  const order: OrderRead = {
    ...withKnownZone(root), refunds: [], returns: { nodes: [] }, shippingLines: { nodes: shipping },
    // Pictures are for pages, which read their one order themselves.
    lineItems: { nodes: lines.map((line) => ({ ...line, image: null, product: productOf(line, metafields) })), pageInfo: { hasNextPage: false } },
    fulfillments: root.fulfillments.map((parcel) => ({
      ...parcel, events: { nodes: [] },
      // The file has no lines of a parcel; there is one parcel, and it holds every line whole. Coverage does not look at their ids.
      fulfillmentLineItems: { nodes: gone.has(parcel.status) ? [] : lines.map((line) => ({ id: "", quantity: line.quantity, lineItem: { id: line.id } })) },
    })),
  };
  return { orderId: root.id, order: withoutCharges(order) };
}

/** A product's metafields stand inside the line, or as lines of their own that name the product or the order line. */
function productOf(line: BulkLine, apart: readonly (Child & BulkMetafield)[]): OrderRead["lineItems"]["nodes"][number]["product"] {
  const { product } = line;
  if (!product) return null;
  const inside = (product as Partial<typeof product>).metafields?.edges.map((edge) => edge.node) ?? [];
  return { ...product, metafields: { nodes: [...inside, ...apart.filter((child) => child.__parentId === line.id || child.__parentId === product.id)] } };
}
