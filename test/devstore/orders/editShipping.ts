import type { Ctx } from "../kernel/context.ts";
import { gid, idOf, newId, tailOf } from "../kernel/ids.ts";
import { minorOf, moneyV2 } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import { ZERO, bagOf, bagOfPresentment, type MoneyInput } from "./bag.ts";
import { answer, drafted, sessionOrRefuse, stage, type EditSession } from "./editSession.ts";
import { shippingLeft } from "./lineMoney.ts";
import { orderOf } from "./lookup.ts";
import type { ShippingLineRecord } from "./order.ts";

type Given = { title?: string | null; price?: MoneyInput | null };

/** A shipping line of an order being edited. */
export function calculatedShippingLine(ctx: Ctx, session: EditSession, line: ShippingLineRecord): object {
  return {
    __typename: "CalculatedShippingLine", id: gid("CalculatedShippingLine", tailOf(line.id)), title: line.title, price: bagOf(shippingLeft(line), orderOf(ctx.shop, session)),
    stagedStatus: session.addedShippingIds.includes(line.id) ? "ADDED" : "NONE",
  };
}

const priceIn = (ctx: Ctx, session: EditSession, money: MoneyInput | null | undefined) => {
  const order = drafted(ctx, session);
  return bagOfPresentment(minorOf(money?.amount ?? "0", order.presentmentCurrencyCode), order);
};

/** `orderEditAddShippingLine`. */
export function orderEditAddShippingLine(args: { id: string; shippingLine: { title: string; price: MoneyInput } }, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const { title } = args.shippingLine;
  const price = priceIn(ctx, session, args.shippingLine.price);
  if (price.presentment < 0) refuse(["shippingLine", "price"], "The price can't be negative.", "INVALID");
  const line: ShippingLineRecord = { __typename: "ShippingLine", id: newId(ctx.shop, "ShippingLine"), title, code: "custom", source: null, price, taxes: [], allocations: [], refunded: ZERO, refundedTax: ZERO };
  session.shippingLines.push(line);
  session.addedShippingIds.push(line.id);
  stage(session, "OrderStagedChangeAddShippingLine", null, { shippingId: line.id, title, presentmentTitle: title, phone: null, price: moneyV2(price.presentment, orderOf(ctx.shop, session).presentmentCurrencyCode) });
  return { ...answer(session), calculatedShippingLine: calculatedShippingLine(ctx, session, line) };
}

/** A shipping line that this session added; what was there before cannot be changed (assumed). */
function addedOrRefuse(session: EditSession, id: string): ShippingLineRecord {
  idOf(id, "CalculatedShippingLine", "ShippingLine");
  const line = session.shippingLines.find((l) => tailOf(l.id) === tailOf(id) && session.addedShippingIds.includes(l.id));
  return line ?? refuse(["shippingLineId"], "The shipping line does not exist.", "INVALID");
}

/** `orderEditUpdateShippingLine`. */
export function orderEditUpdateShippingLine(args: { id: string; shippingLineId: string; shippingLine: Given }, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const line = addedOrRefuse(session, args.shippingLineId);
  if (args.shippingLine.title) line.title = args.shippingLine.title;
  if (args.shippingLine.price) line.price = priceIn(ctx, session, args.shippingLine.price);
  return answer(session);
}

/** `orderEditRemoveShippingLine`. */
export function orderEditRemoveShippingLine(args: { id: string; shippingLineId: string }, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const line = addedOrRefuse(session, args.shippingLineId);
  session.shippingLines = session.shippingLines.filter((l) => l !== line);
  session.addedShippingIds = session.addedShippingIds.filter((id) => id !== line.id);
  session.changes = session.changes.filter((c) => c.shippingId !== line.id);
  return answer(session);
}
