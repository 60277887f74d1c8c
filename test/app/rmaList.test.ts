import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listRmas, rmasAsCsv } from "../../app/flows/listRmas.ts";
import type { RmaSearch } from "../../app/store/rmaList.ts";
import { createRma } from "../../app/store/rmas.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { stand, type Stand } from "./stand.ts";

const SHOP = "list.myshopify.com", DAY = 86_400_000, start = Date.parse("2026-01-10T12:00:00Z");
const search: RmaSearch = { shop: SHOP, states: [], remedies: [], dueBefore: null, text: "", sort: "opened", direction: "desc", first: 3, after: null, before: null };
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

  it("is exported whole; no cell is a formula", async () => {
    const rows = (await rmasAsCsv(s.app, search, ["RMA"])).trimEnd().split("\r\n");
    expect(rows).toHaveLength(8);
    expect(rows.find((row) => row.startsWith('"RMA-3"'))).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
