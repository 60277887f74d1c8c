/** What is kept of whom, for how long, and who of the staff saw it (docs/data.md). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetOld } from "../../app/flows/forgetOld.ts";
import { reconcileOrders } from "../../app/flows/reconcileOrders.ts";
import { cancelRma } from "../../app/flows/cancelRma.ts";
import { addAuditEntry, auditEntries } from "../../app/store/audit.ts";
import { rmaOf } from "../../app/store/rmas.ts";
import { STAFF, UNWANTED } from "../app/asks.ts";
import { stepsOf } from "../app/rmaSteps.ts";
import { OTHER, twoShops, type TwoShops } from "./twoShops.ts";

let two: TwoShops;
beforeAll(async () => void (two = await twoShops()), 120_000);
afterAll(() => two.close());

describe("who saw and did what", () => {
  const entries = async (shop: string, by = "") => (await auditEntries(two.m.s.app.db.prisma, { shop, by, before: null, after: null })).entries;

  it("is written down for every screen and every form, by whom, without what was searched for", async () => {
    await two.ask(`/app/rmas/${two.rmaId}`, two.m.shop);
    await two.ask("/app/rmas?query=ada%40example.com", two.m.shop);
    await two.ask(`/app/rmas/${two.rmaId}`, two.m.shop, { method: "POST", body: new URLSearchParams({ intent: "note", text: "a" }) });
    const made = await entries(two.m.shop);
    // The screen is loaded again after the form.
    expect(made.map(({ kind, what }) => `${kind} ${what}`)).toEqual([`saw /app/rmas/${two.rmaId}`, `did /app/rmas/${two.rmaId}`, "saw /app/rmas", `saw /app/rmas/${two.rmaId}`]);
    expect(new Set(made.map(({ by }) => by))).toEqual(new Set(["Store Owner"]));
    expect(JSON.stringify(made.map(({ what }) => what))).not.toContain("ada");
    await two.ask(`/app/rmas/${two.rmaId}`, null);
    expect(await entries(two.m.shop)).toHaveLength(made.length);
  });

  it("is the shop's own, and pages both ways", async () => {
    const db = two.m.s.app.db.prisma, shop = "pages.myshopify.com", seen: string[] = [];
    for (let i = 0; i < 120; i++) await addAuditEntry(db, { shop, at: two.m.s.app.now(), by: i % 2 ? "Kim" : "Ann", kind: "saw", what: `/${i}` });
    let before: bigint | null = null, newer: string | null = null;
    for (let pages = 0; pages < 5; pages++) {
      const page = await auditEntries(db, { shop, by: "", before, after: null });
      seen.push(...page.entries.map(({ what }) => what));
      newer = page.newer;
      if (!page.older) break;
      before = BigInt(page.older);
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => `/${119 - i}`));
    expect((await auditEntries(db, { shop, by: "", before: null, after: BigInt(newer ?? 0) })).entries.map(({ what }) => what)).toEqual(Array.from({ length: 50 }, (_, i) => `/${69 - i}`));
    expect((await auditEntries(db, { shop, by: "kim", before: null, after: null })).entries.every(({ by }) => by === "Kim")).toBe(true);
    expect(await entries(OTHER)).toEqual([]);
  });
});

describe("what need not be kept any longer", () => {
  it("goes on its day and not before: whose a case was, what was handed over, who saw what", async () => {
    const { m } = two, app = m.s.app, db = app.db.prisma, { shop } = m;
    const placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99" }] });
    const rma = await stepsOf(m).requested(placed, { request: { ...UNWANTED }, note: "call me on 555 0100" });
    await cancelRma(app, { shop, rmaId: rma.id, actor: STAFF });
    await db.dataRequest.create({ data: { shop, requestId: "1", customerId: "c", askedAt: app.now(), data: {} } });
    const stored = async (): Promise<string> => JSON.stringify([await rmaOf(db, shop, rma.id), await db.timelineEntry.findMany({ where: { shop, rmaId: rma.id } })], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    const DAY = 86_400_000, ended = Math.max(...(await db.timelineEntry.findMany({ where: { shop, rmaId: rma.id } })).map(({ at }) => at.getTime()));
    const at = (ms: number): typeof app => ({ ...app, now: () => new Date(ms) });
    const months = new Date(ended);
    months.setUTCMonth(months.getUTCMonth() + 36);

    await forgetOld(at(ended + 89 * DAY), { shop });
    expect(await db.dataRequest.count({ where: { shop } })).toBe(1);
    await forgetOld(at(ended + 91 * DAY), { shop });
    expect(await db.dataRequest.count({ where: { shop } })).toBe(0);

    expect(await forgetOld(at(months.getTime() - DAY), { shop })).toBe(0);
    expect(await stored()).toContain("555 0100");
    expect(await db.auditEntry.count({ where: { shop } })).toBe(0);
    await reconcileOrders(at(months.getTime() + DAY), { shop });
    const after = await stored();
    expect(after).not.toContain("555 0100");
    expect(await rmaOf(db, shop, rma.id)).toMatchObject({ customerId: null, openedBy: "erased", state: "cancelled" });
    expect(after).toContain("amcrest.1.3");
    // A case that is not over stays as it is.
    expect((await rmaOf(db, shop, two.rmaId)).openedBy).not.toBe("erased");
    expect(await forgetOld(at(months.getTime() + 2 * DAY), { shop })).toBe(0);
  });
});
