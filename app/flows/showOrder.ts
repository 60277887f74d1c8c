/** An order as staff see it on the phone: what each line is entitled to, and why. */
import type { App } from "../app.server.ts";
import { arrivedOn } from "../shopify/claim.ts";
import { rmasOfOrder } from "../store/rmaList.ts";
import type { LineAsked } from "./askedUnits.ts";
import { warrantyUntil } from "./lineCoverage.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";
import { quoteLine } from "./quoteClaim.ts";
import { tellDecision, type ToldDecision } from "./tellDecision.ts";

export type ShownLine = Readonly<{
  lineId: string; title: string; sku: string | null; quantity: number; returnable: number; deliveredAt: string | null; deliveredBy: string;
  returnUntil: string | null; warrantyUntil: string | null; registerUntil: string | null; unwanted: ToldDecision | null; defective: ToldDecision | null;
}>;
export type ShownOrder = Readonly<{ orderId: string; name: string; placedAt: string; policyVersion: string; zone: string; lines: readonly ShownLine[]; rmas: readonly Readonly<{ id: string; number: string; state: string }>[] }>;

/** One query at Shopify, whatever the number of lines. */
export async function showOrder(app: App, { shop, orderId }: Readonly<{ shop: string; orderId: string }>): Promise<ShownOrder | NotFound> {
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  const { order, policy, row } = inHand, at = app.now().toISOString();
  const lines = order.lineItems.nodes.map((line): ShownLine => {
    const [unwanted, defective] = ["unwanted", "defective"].map((reason) => quoteLine(inHand, line, { request: { reason }, quantity: 1, originalBuyer: true }, at));
    const back = unwanted && "decision" in unwanted ? unwanted : null, broken = defective && "decision" in defective ? defective : null;
    const last = (quote: typeof back): string | null => quote?.decision.remedies.flatMap((answer) => answer.until ?? []).sort().at(-1)?.slice(0, 10) ?? null;
    const told = (quote: typeof back): ToldDecision | null => quote && tellDecision(quote.decision, policy.inForce, quote.claim);
    return {
      lineId: line.id, title: line.title, sku: line.sku, quantity: line.quantity, returnable: line.refundableQuantity, deliveredAt: back && arrivedOn(back), deliveredBy: back?.delivery.source ?? "none",
      returnUntil: last(back), warrantyUntil: broken && (warrantyUntil(policy, broken.claim) ?? last(broken)), registerUntil: back?.decision.registerBy?.slice(0, 10) ?? null, unwanted: told(back), defective: told(broken),
    };
  });
  const rmas = await rmasOfOrder(app.db.prisma, shop, orderId);
  return { orderId: order.id, name: order.name, placedAt: order.processedAt, policyVersion: policy.row.version, zone: row.zone, lines, rmas };
}

export type Preview = Readonly<{ name: string; title: string; returnable: number; /** Nothing of it was sent: it can be cancelled, not returned. */ isUnsent: boolean; told: ToldDecision }>;

/** What a request for one line would get, decided as the request itself is. */
export async function previewRequest(app: App, { shop, orderId, asked }: Readonly<{ shop: string; orderId: string; asked: LineAsked }>): Promise<Preview | NotFound | Readonly<{ errors: readonly { path: string; message: string }[] }>> {
  const inHand: OrderInHand | NotFound = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  const line = inHand.order.lineItems.nodes.find(({ id }) => id === asked.lineId);
  if (!line) return { notFound: "line" };
  const { lineId: _line, remedy: _remedy, note: _note, override: _override, ...rest } = asked;
  const quote = quoteLine(inHand, line, rest, app.now().toISOString());
  if ("errors" in quote) return { errors: [...quote.errors] };
  return { name: inHand.order.name, title: line.title, returnable: line.refundableQuantity, isUnsent: line.unfulfilledQuantity > 0 && line.unfulfilledQuantity >= line.currentQuantity, told: tellDecision(quote.decision, inHand.policy.inForce, quote.claim) };
}
