import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listRmas, rmasAsCsv } from "../../app/flows/listRmas.ts";
import { showHome } from "../../app/flows/showHome.ts";
import { casesToSend, linesThatEnd, overdueCases } from "../../app/store/due.ts";
import type { RmaSearch } from "../../app/store/rmaList.ts";
import { createRma } from "../../app/store/rmas.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { stand, type Stand } from "./stand.ts";

const SHOP = "list.myshopify.com", DAY = 86_400_000, start = Date.parse("2026-01-10T12:00:00Z");
const search: RmaSearch = { shop: SHOP, states: [], remedies: [], dueBefore: null, text: "", sort: "opened", direction: "desc", first: 3, after: null, before: null };
async function all<T>(parts: AsyncGenerator<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const part of parts) read.push(part);
  return read;
}
const claim = { money: { currency: "USD" } };

describe("the queue of seven RMAs", () => {
  let s: Stand;
  const numbers = async (more: Partial<RmaSearch> = {}) => (await listRmas(s.app, { ...search, ...more })).rmas.map((rma) => rma.number);
  beforeAll(async () => {
    s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })));
    for (let n = 1; n <= 7; n++) {
      const promised = { remedy: "refund", status: "open", refund: { amount: `${n}.10`, currency: "USD" } };
      await createRma(s.app.db.prisma, {
        id: `rma${n}`, shop: SHOP, number: `RMA-${n}`, state: n === 7 ? "closed" : "requested", orderId: "gid://shopify/Order/1", orderName: `#${n}`, policyVersion: "1", openedBy: "Desk",
        openedAt: new Date(start + Math.floor(n / 2) * DAY), dueAt: n % 2 ? new Date(start + n * DAY) : null,
      }, [{ id: `line${n}`, shop: SHOP, lineId: "1", title: n === 3 ? '=HYPERLINK("x")' : `Camera ${n}`, quantity: 1, remedy: n === 2 ? "repair" : "refund", claim, decision: {}, promised }]);
    }
  });
  afterAll(() => s.close());

  it("is read page by page in both directions, each RMA once, though several were opened at the same moment", async () => {
    const first = await listRmas(s.app, search), second = await listRmas(s.app, { ...search, after: first.after }), third = await listRmas(s.app, { ...search, after: second.after });
    expect([first, second, third].map((page) => page.rmas.map((rma) => rma.number))).toEqual([["RMA-7", "RMA-6", "RMA-5"], ["RMA-4", "RMA-3", "RMA-2"], ["RMA-1"]]);
    expect([first.before, third.after]).toEqual([null, null]);
    expect(await numbers({ before: second.before })).toEqual(["RMA-7", "RMA-6", "RMA-5"]);
    expect(await numbers({ before: third.before })).toEqual(["RMA-4", "RMA-3", "RMA-2"]);
  });

  it("is filtered by state, remedy, due time and words, and sorted by what is due", async () => {
    expect(await numbers({ states: ["closed"] })).toEqual(["RMA-7"]);
    expect(await numbers({ remedies: ["repair"] })).toEqual(["RMA-2"]);
    expect(await numbers({ text: "camera 5" })).toEqual(["RMA-5"]);
    expect(await numbers({ sort: "due", direction: "asc", first: 9 })).toEqual(["RMA-1", "RMA-3", "RMA-5", "RMA-7"]);
    expect(await numbers({ dueBefore: new Date(start + 3 * DAY), first: 9 })).toEqual(["RMA-1"]);
    expect(await numbers({ shop: "other.myshopify.com" })).toEqual([]);
  });

  it("says what is still to be paid, nothing where the case is over", async () => {
    const { rmas } = await listRmas(s.app, { ...search, first: 9 });
    expect(rmas.map(({ number, toPay }) => `${number} ${toPay}`).slice(0, 2)).toEqual(["RMA-7 ", "RMA-6 6.10 USD"]);
  });

  it("is counted and added up on the first screen, also where one page would not hold it", async () => {
    const { prisma } = s.app.db;
    await prisma.shop.upsert({ where: { domain: SHOP }, create: { domain: SHOP }, update: {} });
    await prisma.rmaLine.update({ where: { id: "line6" }, data: { promised: { remedy: "refund", status: "open", refund: { amount: "600", currency: "JPY" } } } });
    await prisma.action.create({ data: { id: "stopped", shop: SHOP, rmaId: "rma2", kind: "returnProcess", key: "stopped", input: {}, state: "stopped" } });
    const home = await showHome({ ...s.app, now: () => new Date(start + 4 * DAY) }, { shop: SHOP });
    expect(home).toMatchObject({ decide: 6, inspect: 0, settle: 0, overdue: 2, waiting: "600 JPY, 15.50 USD" });
    expect([home.stuck.map(({ number }) => number), home.next.map(({ number, isOverdue }) => [number, isOverdue])]).toEqual([["RMA-2"], [["RMA-1", true], ["RMA-3", true], ["RMA-5", false]]]);
  });

  it("is looked through for reminders a part at a time, each case and order once and whole", async () => {
    const { prisma } = s.app.db, day = new Date("2026-01-20T00:00:00Z"), numbers = async (parts: AsyncGenerator<{ number: string }[]>) => (await all(parts)).map((part) => part.map(({ number }) => number));
    await prisma.rma.updateMany({ where: { shop: SHOP, id: { in: ["rma1", "rma2", "rma4"] } }, data: { state: "approved", shipBackBy: day } });
    expect(await numbers(casesToSend(prisma, SHOP, "2026-01-20", "2026-01-21", 2))).toEqual([["RMA-1", "RMA-2"], ["RMA-4"]]);
    expect(await numbers(casesToSend(prisma, SHOP, "2026-01-21", "2026-01-21", 2))).toEqual([]);
    expect(await numbers(overdueCases(prisma, SHOP, new Date(start + 6 * DAY), 2))).toEqual([["RMA-1", "RMA-3"], ["RMA-5"]]);
    const lines = [["a", 1], ["a", 2], ["b", 1], ["b", 2], ["c", 1]] as const;
    await prisma.coverage.createMany({ data: lines.map(([orderId, n]) => ({ shop: SHOP, orderId, lineId: `${orderId}${n}`, orderName: orderId, policyVersion: "1", refreshedAt: day, returnUntil: day })) });
    const parts = async (part: number) => (await all(linesThatEnd(prisma, SHOP, "returnUntil", "2026-01-20", "2026-01-20", part))).map((rows) => rows.map(({ lineId }) => lineId));
    expect(await parts(3)).toEqual([["a1", "a2"], ["b1", "b2"], ["c1"]]);
    expect(await parts(4)).toEqual([["a1", "a2"], ["b1", "b2", "c1"]]);
    expect(await parts(5)).toEqual([["a1", "a2", "b1", "b2"], ["c1"]]);
  });

  it("is exported whole; no cell is a formula", async () => {
    const rows = (await rmasAsCsv(s.app, search, ["RMA"])).trimEnd().split("\r\n");
    expect(rows).toHaveLength(8);
    expect(rows.find((row) => row.startsWith('"RMA-3"'))).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
