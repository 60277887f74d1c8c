import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginImport, confirmImport, rowsIn, stepImport } from "../../app/flows/importRegistrations.ts";
import { listRegistrations, registrationsAsCsv } from "../../app/flows/listRegistrations.ts";
import { importOf, type RowResult } from "../../app/store/registrationImports.ts";
import { registrationSearch } from "../../app/ui/registrationSearch.ts";
import { words } from "../../app/ui/words.en.ts";
import { DEFECTIVE, STAFF } from "./asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf } from "./rmaSteps.ts";

const CAMERA = { sku: "CS-T550", price: "64.99" };
let m: MerchantShop, two: Placed, late: Placed;
const app = () => m.s.app;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function sent(text: string): Promise<{ id: string; results: readonly RowResult[] }> {
  const begun = await beginImport(app(), { shop: m.shop, actor: STAFF, text });
  if (!("id" in begun)) throw new Error(JSON.stringify(begun));
  return { id: begun.id, results: await worked(begun.id) };
}
async function worked(importId: string): Promise<readonly RowResult[]> {
  while ((await stepImport(app(), { shop: m.shop, importId })) === "more");
  return (await importOf(app().db.prisma, m.shop, importId)).results;
}
const stored = (): Promise<number> => app().db.prisma.registration.count({ where: { shop: m.shop } });

describe("a file of registrations", () => {
  beforeAll(async () => {
    m = await merchantShop("camstro");
    two = await m.place({ lines: [{ ...CAMERA, quantity: 2 }, { sku: "CS-HDD-1TB", price: "59.99" }], daysAgo: 12, deliveredDaysAgo: 10 });
    late = await m.place({ lines: [CAMERA], daysAgo: 60, deliveredDaysAgo: 50 });
  }, 240_000);
  afterAll(() => m.s.close());

  it("is read whatever its headings' case and its separator; what is no such file is refused whole", () => {
    expect(rowsIn("\uFEFForder;SERIAL number;Registered_On\n#1;=A\n\n#2;b;2026-01-02;more\n")).toEqual({ rows: [{ row: 2, order: "#1", item: "", serial: "=A", on: "" }, { row: 3, order: "#2", item: "", serial: "b", on: "2026-01-02" }] });
    expect(rowsIn("Order,SKU\n#1,x\n")).toEqual({ errors: [{ path: "row 1", message: expect.stringContaining("Registered on") }] });
    expect(rowsIn("Order,Registered on\n")).toHaveProperty("errors");
    expect(rowsIn('Order,Registered on\n"#1,2026-01-02')).toHaveProperty("errors");
    for (const odd of ["\0", "\ud800"]) expect(rowsIn(`Order,Registered on\n#1${odd},2026-01-02`)).toEqual({ errors: [{ path: "file", message: expect.stringContaining("no text") }] });
    expect(rowsIn(`Order,Registered on\n${"#1,2026-01-02\n".repeat(2001)}`)).toHaveProperty("errors");
  });

  it("is checked row by row, and nothing is added before somebody says so", async () => {
    const { results } = await sent([
      "Order,SKU,Serial,Registered on", `${two.name},CS-T550,AA-1,${daysAgo(3)}`, `${two.name},CS-T550,aa1,${daysAgo(3)}`, `${two.name},CS-HDD-1TB,,${daysAgo(3)}`, `${two.name},,,${daysAgo(3)}`,
      `#99999,CS-T550,,${daysAgo(3)}`, `${two.name},CS-T550,,3 May`, `${late.name},,BB-1,${daysAgo(5)}`, `${late.name},,BB-2,${daysAgo(30)}`,
    ].join("\n"));
    expect(results.map(({ state, field }) => [state, field])).toEqual([["ready", undefined], ["error", "Serial"], ["error", "Item"], ["error", "SKU"], ["error", "Order"], ["error", "Registered on"], ["error", "Registered on"], ["ready", undefined]]);
    expect(results[2]?.message).toContain("camstro.warranty.1.10");
    expect(results[6]?.message).toContain("camstro.warranty.1.5");
    expect(await stored()).toBe(0);
  });

  it("adds what fits once; a file that comes again adds nothing", async () => {
    const text = ["Order,SKU,Serial,Registered on", `${two.name},CS-T550,AA-1,${daysAgo(3)}`, `${two.name},CS-T550,,${daysAgo(3)}`, `${late.name},,BB-2,${daysAgo(30)}`, `#99999,,,${daysAgo(3)}`].join("\n");
    const { id } = await sent(text);
    expect(await confirmImport(app(), { shop: m.shop, importId: id })).toBe(true);
    expect(await confirmImport(app(), { shop: m.shop, importId: id })).toBe(false);
    expect((await worked(id)).map(({ state }) => state)).toEqual(["added", "added", "added", "error"]);
    expect(await stored()).toBe(3);
    const again = await sent(text);
    expect(again.results.map(({ state }) => state)).toEqual(["known", "known", "known", "error"]);
    await confirmImport(app(), { shop: m.shop, importId: again.id });
    await worked(again.id);
    expect(await stored()).toBe(3);
  });

  it("can be exported, and the export imported again; no cell is a formula", async () => {
    await app().db.prisma.registration.create({ data: { id: "formula", shop: m.shop, product: "=1+1", serial: "@SUM", registeredOn: new Date("2020-01-01"), source: "staff", by: "+x" } });
    const csv = await registrationsAsCsv(app(), registrationSearch(new URLSearchParams(), m.shop), words.registrations.csv);
    expect(csv).toContain(`"","'=1+1","'@SUM","2020-01-01"`);
    const { results } = await sent(csv);
    expect(results.map(({ state }) => state).toSorted()).toEqual(["error", "known", "known", "known"]);
  });

  it("is searched and filtered; a number that a case holds for another item is found", async () => {
    const listed = async (search: string) => (await listRegistrations(app(), registrationSearch(new URLSearchParams(search), m.shop))).registrations;
    expect((await listed("query=aa-1")).map(({ serial }) => serial)).toEqual(["AA1"]);
    expect((await listed("view=none")).map(({ id }) => id)).toEqual(["formula"]);
    expect((await listed("source=import")).length).toBe(3);
    expect(await listed("view=elsewhere")).toEqual([]);
    const steps = stepsOf(m), rma = await steps.requested(await m.place({ lines: [CAMERA] }), { remedy: "replacement", request: DEFECTIVE }, { actor: STAFF });
    await app().db.prisma.rmaLine.updateMany({ where: { rmaId: rma.id }, data: { serial: "bb 2" } });
    expect(await listed("view=elsewhere")).toMatchObject([{ serial: "BB2", orderName: late.name, elsewhere: [{ number: rma.number }] }]);
  });
});
