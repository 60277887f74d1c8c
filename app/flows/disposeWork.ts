/** Goods of a swap are put away at Shopify: their return line is not processed, so their end is said apart. */
import type { App } from "../app.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import type { Admin } from "../shopify/admin.ts";
import { readGoodsBack, sendDispose } from "../shopify/places.ts";
import { noteAnswer } from "../store/actions.ts";
import type { InputOf } from "./actionInput.ts";
import type { Answer, Work } from "./actionWork.ts";
import { disposeInputs, restockedText } from "./dispositions.ts";

/** Units that had an end before anything was sent, by parcel line. */
type Before = Readonly<Record<string, number>>;

export function disposeWork(app: App, admin: Admin, action: Action, { returnId, lines }: InputOf<"dispose">): Work {
  let before = (action.answer as { disposed?: Before } | null)?.disposed;
  const send = async (): Promise<Answer> => {
    const goods = await readGoodsBack(admin, returnId), inputs = disposeInputs(lines, goods);
    if (inputs.length === 0) return { done: {} };
    before = Object.fromEntries([...goods].map(([id, { disposed }]) => [id, disposed]));
    await noteAnswer(app.db.prisma, action, { ...(action.answer as object | null), disposed: before });
    const sent = await sendDispose(admin, inputs);
    return "refused" in sent ? (sent as Extract<Answer, { refused: unknown }>) : { done: { restocked: restockedText(lines, goods) } };
  };
  const seen = async (): Promise<Answer | null> => {
    if (!before) return null;
    const goods = await readGoodsBack(admin, returnId), was = before;
    return lines.every(({ fulfillmentLineId: id, quantity }) => (goods.get(id)?.disposed ?? 0) >= (was[id] ?? 0) + quantity) ? { done: { restocked: restockedText(lines, goods) } } : null;
  };
  return { send, seen, mayRepeat: () => before === undefined };
}
