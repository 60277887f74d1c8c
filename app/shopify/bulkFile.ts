/** The file of a bulk operation, order by order, from any byte on; no more of it is held than one order. */
import { ShopifyAway } from "./admin.ts";
import type { OrdersInBulkQuery } from "../types/admin.generated.ts";
import { shapes } from "../types/shapes.generated.ts";
import { withoutCharges } from "./charges.ts";
import { misfit, type Shape } from "./fitsShape.ts";
import { withKnownZone, type OrderRead } from "./order.ts";

type BulkOrder = OrdersInBulkQuery["orders"]["edges"][number]["node"];
type BulkLine = BulkOrder["lineItems"]["edges"][number]["node"];
type BulkShipping = BulkOrder["shippingLines"]["edges"][number]["node"];
type BulkMetafield = NonNullable<BulkLine["product"]>["metafields"]["edges"][number]["node"];
/** Of a shipping line Shopify may say no id. */
type Child = Readonly<{ id: string | null; __parentId: string }> & (BulkLine | BulkShipping | BulkMetafield);
type Root = Omit<BulkOrder, "lineItems" | "shippingLines">;
type Group = { root: Root; children: Child[]; /** False where a line of it is not what was asked for: the order is read by itself. */ fits: boolean };

/** An order of the file: whole, or only its id where the file cannot say all that coverage needs. `end` is the byte after it. */
export type OrderInFile = Readonly<{ orderId: string; order: OrderRead | null; end: number }>;

/** Shopify keeps the file for seven days. */
export class BulkFileGone extends Error {}

/** The file is no such file: what stands in it is no order, or belongs to none. */
export class BulkFileBroken extends Error {
  constructor(what: string) {
    super(`The bulk operation's file is broken: ${what}`);
  }
}

/** Orders of the file at `url`, asked by `ask`, from byte `from`, which is 0 or an `end` given earlier. Throws ShopifyAway where it ends too early, BulkFileGone, BulkFileBroken. */
export async function* ordersInFile(ask: typeof fetch, url: string, from: number): AsyncGenerator<OrderInFile> {
  let group: Group | undefined, end = from;
  for await (const line of linesOf(ask, url, from)) {
    const node = nodeIn(line.text);
    if ("__parentId" in node) addChild(group, node);
    else {
      if (group) yield { ...wholeOrder(group), end };
      group = { root: node, children: [], fits: misfit(rootShape, node) === null };
    }
    end = line.end;
  }
  if (group) yield { ...wholeOrder(group), end };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isGid = (value: unknown): boolean => typeof value === "string" && /^gid:\/\/shopify\/\w+\/[\w-]+/.test(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BulkFileBroken("a line is no JSON");
  }
}

/** A line of the file: an order, or what belongs to one. */
function nodeIn(text: string): Root | Child {
  const node = parsed(text);
  if (!isObject(node)) throw new BulkFileBroken("a line is no object");
  if ("__parentId" in node ? !isGid(node["__parentId"]) || !(isGid(node["id"]) || node["id"] === null) : !/^gid:\/\/shopify\/Order\/\d{1,20}$/.test(String(node["id"]))) throw new BulkFileBroken("a line has no id");
  return node as unknown as Root | Child;
}

/** Lines follow their order (groupObjects), so one of another order is a line that its own order lacks. */
function addChild(group: Group | undefined, child: Child): void {
  const kind = kindIn(child);
  if (!group || (kind !== "Metafield" && child.__parentId !== group.root.id)) throw new BulkFileBroken("a line belongs to no order before it");
  const shape = childShapes[kind], inside = kind === "LineItem" ? ((child as Child & BulkLine).product as unknown as Readonly<Record<string, unknown>> | null) : null;
  const wrong = shape === undefined || misfit(shape, child) !== null || (inside && inside["metafields"] !== undefined && misfit(insideShape, inside) !== null);
  if (wrong) group.fits = false;
  else group.children.push(child);
}

/** The shape of a connection's node, or nothing where the document has no such connection. */
const nodeOf = (shape: Shape, name: string): Shape => shape[name]?.of?.["edges"]?.of?.["node"]?.of ?? {};
const without = (shape: Shape, ...names: readonly string[]): Shape => Object.fromEntries(Object.entries(shape).filter(([name]) => !names.includes(name)));

/** What a line of each kind must be: connections stand on lines of their own, a product's metafields inside it or on theirs. */
const orderShape = nodeOf(shapes["OrdersInBulk"] ?? {}, "orders"), rootShape = without(orderShape, "lineItems", "shippingLines"), wholeLine = nodeOf(orderShape, "lineItems");
const productShape = wholeLine["product"]?.of ?? {}, insideShape: Shape = { metafields: productShape["metafields"] ?? { type: "Object" } };
const childShapes: Readonly<Record<string, Shape>> = {
  LineItem: { ...wholeLine, product: { type: "Object", of: without(productShape, "metafields") } }, ShippingLine: nodeOf(orderShape, "shippingLines"), Metafield: nodeOf(productShape, "metafields"),
};

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

const kindIn = (child: Child): string => (child.id === null ? "ShippingLine" : (child.id.split("/").at(-2) ?? ""));

function wholeOrder({ root, children, fits }: Group): Omit<OrderInFile, "end"> {
  if (!fits) return { orderId: root.id, order: null };
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
