import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { registerProduct, type RegisterProduct, type RegisterResult } from "../../app/flows/registerProduct.ts";
import { transferRegistration } from "../../app/flows/transferRegistration.ts";
import { quoteClaim } from "../../app/flows/quoteClaim.ts";
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { showRma } from "../../app/flows/showRma.ts";
import { coverageOf } from "../../app/store/coverage.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { CUSTOMER, DEFECTIVE, STAFF } from "./asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf } from "./rmaSteps.ts";

const CAMERA = { sku: "CS-T550", price: "64.99" }, YEAR = 365 * 86_400_000;
let m: MerchantShop;
const app = () => m.s.app;
const open = (id: string): void => {
  beforeAll(async () => void (m = await merchantShop(id)), 240_000);
  afterAll(() => m.s.close());
};

async function customerOf(placed: Placed): Promise<string> {
  return String((await m.ask("query C($id: ID!) { order(id: $id) { customer { id } } }", { id: placed.orderId }))["order"]?.["customer"]?.["id"]);
}
const register = async (placed: Placed, more: Partial<RegisterProduct> & { serial?: string; line?: number } = {}): Promise<RegisterResult> => {
  const { serial, line = 0, ...rest } = more;
  return registerProduct(app(), { shop: m.shop, actor: CUSTOMER, customerId: await customerOf(placed), unit: { orderId: placed.orderId, lineId: placed.lines[line] ?? "", ...(serial ? { serial } : {}) }, ...rest });
};
const day = (date: Date | null | undefined): string => date?.toISOString().slice(0, 10) ?? "";
const yearsAfter = (date: Date | null | undefined, years: number): string => `${Number(day(date).slice(0, 4)) + years}${day(date).slice(4)}`;
const covered = async (placed: Placed) => (await coverageOf(app().db.prisma, m.shop, placed.orderId)).find(({ lineId }) => lineId === placed.lines[0]);

describe("a Camstro camera", () => {
  open("camstro");

  it("that comes back with another number than was sold or registered is told to staff, with what that means", async () => {
    const [placed, other] = [await m.place({ lines: [{ ...CAMERA, serial: "SOLD-1" }] }), await m.place({ lines: [CAMERA] })];
    await register(other, { serial: "OTHER-9" });
    const steps = stepsOf(m), rma = await steps.requested(placed, { remedy: "replacement", request: DEFECTIVE, serial: "SOLD-1" }, { actor: STAFF }), rmaLineId = rma.lines[0]?.id ?? "", about = { shop: m.shop, rmaId: rma.id, actor: STAFF };
    await receiveGoods(app(), { ...about, lines: [{ rmaLineId, quantity: 1 }] });
    const warnings = async (serial: string) => {
      await inspectLine(app(), { ...about, rmaLineId, finding: "defect_confirmed", serial, photos: [{ name: "label.jpg", ref: "files/7" }] });
      return (await showRma(app(), { shop: m.shop, rmaId: rma.id })).lines[0];
    };
    expect(await warnings("sold 1")).toMatchObject({ serialWarnings: [], photos: [{ name: "label.jpg" }] });
    expect((await warnings("OTHER-9"))?.serialWarnings).toEqual([expect.stringMatching(/^Number SOLD1 was named before/), expect.stringMatching(/^The order notes SOLD1 for this item/), expect.stringMatching(new RegExp(`^This number is registered for .*${other.name}`))]);
    const again = await steps.requested(other, { remedy: "replacement", request: DEFECTIVE }, { actor: STAFF }), line = again.lines[0]?.id ?? "", next = { shop: m.shop, rmaId: again.id, actor: STAFF };
    await receiveGoods(app(), { ...next, lines: [{ rmaLineId: line, quantity: 1 }] });
    await inspectLine(app(), { ...next, rmaLineId: line, finding: "defect_confirmed", serial: "OTHER-9" });
    expect((await showRma(app(), { shop: m.shop, rmaId: again.id })).lines[0]?.serialWarnings).toEqual([`It was written down with ${rma.number}, order ${placed.name}: one number, two purchases.`]);
  });

  it("is registered by its customer within thirty days of delivery; its warranty ends a year later from then on", async () => {
    const placed = await m.place({ lines: [CAMERA], daysAgo: 14, deliveredDaysAgo: 10 });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    const before = await covered(placed);
    expect(day(before?.deliveredAt)).toBe(formatDay(dayIn(new Date(Date.now() - 10 * 86_400_000).toISOString(), "America/Chicago")));
    expect(day(before?.warrantyUntil)).toBe(yearsAfter(before?.deliveredAt, 2));
    expect(before?.registerUntil).not.toBeNull();
    expect(await register(placed, { serial: "sn-77 1a" })).toMatchObject({ isNew: true, registration: { serial: "SN771A", unit: 1, source: "customer" } });
    const after = await covered(placed);
    expect([day(after?.warrantyUntil), after?.registerUntil]).toEqual([yearsAfter(before?.deliveredAt, 3), null]);
  });

  it("is replaced in its third year where it was registered, and declined where it was not", async () => {
    const [registered, plain] = [await m.place({ lines: [CAMERA], deliveredDaysAgo: 1 }), await m.place({ lines: [CAMERA], deliveredDaysAgo: 1 })];
    await register(registered);
    m.later(2.5 * YEAR);
    const steps = stepsOf(m), claim = { remedy: "replacement", request: DEFECTIVE } as const;
    expect(await steps.ask(plain, claim)).toHaveProperty("declined");
    expect(await steps.ask(registered, claim)).toMatchObject({ rma: { lines: [{ claim: { item: { registeredAt: expect.any(String) } }, remedy: "replacement" }] } });
    m.later(-2.5 * YEAR);
  });

  it("is refused on day 31 with the clause that asks for it in time", async () => {
    const late = await m.place({ lines: [CAMERA], daysAgo: 40, deliveredDaysAgo: 31.5 });
    expect(await register(late)).toMatchObject({ refused: [{ code: "TOO_LATE" }], clauses: [{ id: "camstro.warranty.1.5" }] });
    const inTime = await m.place({ lines: [CAMERA], daysAgo: 40, deliveredDaysAgo: 30 });
    expect(await register(inTime)).toMatchObject({ isNew: true });
    expect(await register(late, { actor: STAFF, on: day(new Date(Date.now() - 20 * 86_400_000)) })).toMatchObject({ isNew: true, registration: { source: "staff" } });
  });

  it("has registrations; a disk has none, by its clause", async () => {
    const placed = await m.place({ lines: [{ sku: "CS-N8", price: "219.99" }, { sku: "CS-HDD-1TB", price: "59.99" }] });
    expect(await register(placed)).toMatchObject({ isNew: true });
    expect(await register(placed, { line: 1 })).toMatchObject({ refused: [{ code: "NOT_REGISTRABLE" }], clauses: [{ id: "camstro.warranty.1.10" }] });
  });

  it("is registered once per unit, however many ask at once", async () => {
    const placed = await m.place({ lines: [{ ...CAMERA, quantity: 2 }] });
    const results = await Promise.all([1, 2, 3, 4].map(() => register(placed)));
    expect(results.map((result) => ("registration" in result ? result.registration.unit : "refused" in result ? result.refused[0]?.code : "")).toSorted()).toEqual([1, 2, "ALL_REGISTERED", "ALL_REGISTERED"]);
  });

  it("counts for as many units as are registered, and for the unit whose number is named", async () => {
    const placed = await m.place({ lines: [{ ...CAMERA, quantity: 2 }], deliveredDaysAgo: 1 });
    await register(placed, { serial: "ONE" });
    const registeredAt = async (quantity: number, serial?: string) => {
      const quote = await quoteClaim(app(), { shop: m.shop, orderId: placed.orderId, lineId: placed.lines[0] ?? "", asked: { request: DEFECTIVE, quantity, ...(serial ? { serial } : {}) } });
      return "claim" in quote && quote.claim.item.registeredAt !== undefined;
    };
    expect([await registeredAt(1), await registeredAt(2), await registeredAt(1, "one"), await registeredAt(1, "two")]).toEqual([true, false, true, false]);
  });

  it("has a serial number that nobody else can use; staff see whose it is, customers do not", async () => {
    const [first, second] = [await m.place({ lines: [CAMERA] }), await m.place({ lines: [CAMERA] })];
    await register(first, { serial: "TAKEN-1" });
    expect(await register(first, { serial: "taken1" })).toMatchObject({ isNew: false });
    const told = await register(second, { serial: " Taken 1" });
    expect(told).toMatchObject({ refused: [{ code: "SERIAL_TAKEN" }] });
    expect(JSON.stringify(told)).not.toContain(first.name);
    expect(await register(second, { serial: "TAKEN-1", actor: STAFF })).toMatchObject({ refused: [{ code: "SERIAL_TAKEN" }], holder: { orderName: first.name } });
    expect(await app().db.prisma.registration.count({ where: { shop: m.shop, orderId: second.orderId } })).toBe(0);
  });

  it("of somebody else's order is not found", async () => {
    const placed = await m.place({ lines: [CAMERA] });
    expect(await register(placed, { customerId: "gid://shopify/Customer/1" })).toEqual({ notFound: "order" });
    expect(await register(placed, { unit: { orderId: placed.orderId, lineId: "gid://shopify/LineItem/1" } })).toEqual({ notFound: "line" });
  });

  it("stays the first buyer's: it does not pass to another, by its clause", async () => {
    const made = await register(await m.place({ lines: [CAMERA] }));
    const registrationId = "registration" in made ? made.registration.id : "";
    expect(await transferRegistration(app(), { shop: m.shop, registrationId, customerId: null })).toMatchObject({ refused: [{ code: "NOT_TRANSFERABLE" }], clauses: [{ id: "camstro.forfeit.8" }] });
  });
});

describe("by its serial number alone an item", () => {
  open("camstro");

  it("is found among the customer's own orders, where the shop notes numbers on their lines", async () => {
    const placed = await m.place({ lines: [{ ...CAMERA, serial: "PACKED-9" }] }), other = await m.place({ lines: [CAMERA] });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    await refreshCoverage(app(), { shop: m.shop, orderId: other.orderId });
    expect(await register(placed, { unit: { serial: "NEVER-SEEN" } })).toMatchObject({ refused: [{ code: "NOT_FOUND_BY_SERIAL" }] });
    expect(await register(placed, { unit: { serial: "packed 9" }, customerId: "gid://shopify/Customer/1" })).toMatchObject({ refused: [{ code: "NOT_FOUND_BY_SERIAL" }] });
    expect(await register(placed, { unit: { serial: "packed 9" } })).toMatchObject({ isNew: true, registration: { orderId: placed.orderId, lineId: placed.lines[0] } });
  });
});

describe("a merchant without registrations", () => {
  open("kimpok");
  it("refuses them", async () => {
    expect(await register(await m.place({ lines: [{ sku: "KP-A5", price: "80.00" }] }))).toMatchObject({ refused: [{ code: "NOT_REGISTRABLE" }], clauses: [] });
  });
});
