/** RMAs for several orders at once: one per order, for all units that can be asked for. Each that is refused says why and stops no other. */
import type { StaffRmasAnswer } from "../api.ts";
import type { Actor, App } from "../app.server.ts";
import { openLinesOf, rmaByKey } from "../store/rmas.ts";
import type { AccountWords } from "../words/account.ts";
import { orderInHand } from "./orderInHand.ts";
import { requestReturn } from "./requestReturn.ts";
import { availableOf } from "./showCustomerOrder.ts";
import { staffRma } from "./showStaffOrder.ts";

export type OpenRmas = Readonly<{ shop: string; actor: Actor; orderIds: readonly string[]; reason: string; note?: string | undefined; key: string; words: AccountWords }>;
type One = StaffRmasAnswer["opened"][number] | StaffRmasAnswer["refused"][number];

async function openOne(app: App, { shop, actor, reason, note = "", key, words }: OpenRmas, orderId: string): Promise<One> {
  const requestKey = `staff/${key}/${orderId.split("/").at(-1)}`, known = await rmaByKey(app.db.prisma, shop, requestKey);
  if (known) return { orderId, rma: staffRma(app, known, words) };
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return { orderId, name: "", message: inHand.notFound === "policy" ? words.staff.noPolicy : words.staff.notFound };
  const open = await openLinesOf(app.db.prisma, shop, orderId), { name, lineItems } = inHand.order;
  const lines = lineItems.nodes.map((line) => ({ lineId: line.id, quantity: availableOf(line, open), request: { reason }, originalBuyer: true, note })).filter(({ quantity }) => quantity > 0);
  if (lines.length === 0) return { orderId, name, message: words.staff.nothingLeft };
  const result = await requestReturn(app, { shop, orderId, actor, lines, key: requestKey });
  if ("rma" in result) return { orderId, rma: staffRma(app, result.rma, words) };
  if ("declined" in result) return { orderId, name, message: [words.staff.refusedByPolicy, ...new Set(result.declined.lines.flatMap(({ decision }) => decision.declined.slice(0, 1).map(({ says, because }) => `${says} [${because.join(", ")}]`)))].join(" ") };
  return { orderId, name, message: "refused" in result ? result.refused.map(({ message }) => message).join(" ") : words.staff.notFound };
}

export async function openRmas(app: App, about: OpenRmas): Promise<StaffRmasAnswer> {
  const done: One[] = [];
  for (const orderId of new Set(about.orderIds)) done.push(await openOne(app, about, orderId));
  return { opened: done.flatMap((one) => ("rma" in one ? [one] : [])), refused: done.flatMap((one) => ("rma" in one ? [] : [one])) };
}
