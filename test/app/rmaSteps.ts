/** The steps of an RMA as tests take them; a step that is refused fails the test with what was said. */
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { requestReturn, type LineAsked, type RequestReturn } from "../../app/flows/requestReturn.ts";
import { settleRma, type SettleResult, type SettleRma } from "../../app/flows/settleRma.ts";
import { rmaOf, type RmaWithLines } from "../../app/store/rmas.ts";
import { CUSTOMER, STAFF, UNWANTED } from "./asks.ts";
import type { MerchantShop, Placed } from "./merchantShop.ts";

export type Steps = Readonly<{
  ask: (placed: Placed, line?: Partial<LineAsked>, more?: Partial<RequestReturn>) => ReturnType<typeof requestReturn>;
  requested: (placed: Placed, line?: Partial<LineAsked>, more?: Partial<RequestReturn>) => Promise<RmaWithLines>;
  arrived: (rma: RmaWithLines, finding: string, more?: { quantity?: number; repairable?: boolean }) => Promise<RmaWithLines>;
  settle: (rma: RmaWithLines, more?: Partial<SettleRma>) => Promise<SettleResult>;
  now: (rma: RmaWithLines) => Promise<RmaWithLines>;
}>;

function must<T extends object>(result: T): Extract<T, { rma: RmaWithLines }> {
  if (!("rma" in result)) throw new Error(JSON.stringify(result));
  return result as Extract<T, { rma: RmaWithLines }>;
}

export function stepsOf(m: MerchantShop): Steps {
  const ask: Steps["ask"] = (placed, line = {}, more = {}) =>
    requestReturn(m.s.app, { shop: m.shop, orderId: placed.orderId, actor: CUSTOMER, lines: [{ lineId: placed.lines[0] ?? "", quantity: 1, request: UNWANTED, originalBuyer: true, ...line }], ...more });
  return {
    ask,
    requested: async (placed, line, more) => must(await ask(placed, line, more)).rma,
    arrived: async (rma, finding, { quantity = rma.lines[0]?.quantity ?? 1, repairable } = {}) => {
      const rmaLineId = rma.lines[0]?.id ?? "", about = { shop: m.shop, rmaId: rma.id, actor: STAFF };
      must(await receiveGoods(m.s.app, { ...about, lines: [{ rmaLineId, quantity }] }));
      return must(await inspectLine(m.s.app, { ...about, rmaLineId, finding, ...(repairable === undefined ? {} : { repairable }) })).rma;
    },
    settle: (rma, more = {}) => settleRma(m.s.app, { shop: m.shop, rmaId: rma.id, actor: STAFF, ...more }),
    now: (rma) => rmaOf(m.s.app.db.prisma, m.shop, rma.id),
  };
}
