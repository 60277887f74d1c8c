import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { requestReturn } from "../../app/flows/requestReturn.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { CUSTOMER, STAFF } from "../app/asks.ts";
import { POLICY_SETTINGS, deskOf, settings, type OrderPlan, type Placed } from "../app/merchantShop.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

const MERCHANTS = ["amcrest", "camstro", "inomega", "saferexpert", "kimpok"] as const;
type Merchant = (typeof MERCHANTS)[number];

type Desk = ReturnType<typeof deskOf>;
const UNWANTED = { reason: "unwanted", condition: "like_new", state: "opened", packaging: "original", complete: "true" };
const DEFECTIVE = { reason: "defective", condition: "defective", packaging: "original", complete: "true" };

if (hasChromium) describe("from request to the end, for each merchant, by the dev store's books", { timeout: 180_000 }, () => {
  let s: Screens;
  const desks = new Map<Merchant, Desk>();
  const desk = (merchant: Merchant): Desk => {
    const found = desks.get(merchant);
    if (!found) throw new Error(`no desk for ${merchant}`);
    return found;
  };

  beforeAll(async () => {
    s = await openScreens({ merchants: MERCHANTS, orders: 0 });
    for (const merchant of MERCHANTS) {
      const shop = `${merchant}.myshopify.com`, devShop = s.world.shops.get(shop);
      if (!devShop) throw new Error(`${shop} is not seeded`);
      await s.open(merchant, "");
      await s.frame.getByText("No policy is published yet").waitFor();
      await saveSettings(s.app.db.prisma, shop, settings);
      await publishPolicy(s.app, { shop, actor: STAFF, policy: merchant, settings: POLICY_SETTINGS });
      desks.set(merchant, deskOf(s.world, devShop));
    }
  }, 240_000);
  afterAll(async () => {
    await s.close();
    expect(s.wrong).toEqual([]);
  });

  const button = (name: string) => s.frame.getByRole("button", { name, exact: true });
  const press = (name: string): Promise<void> => button(name).click();

  /** The screen on which staff enter what a customer says on the phone. */
  async function phone(merchant: Merchant, placed: Placed, said: Readonly<Record<string, string>>): Promise<void> {
    await s.open(merchant, `/orders/${placed.orderId.split("/").at(-1)}/start?${new URLSearchParams({ line: placed.lines[0]?.split("/").at(-1) ?? "", ...said })}`);
    await s.frame.getByLabel("Remedy", { exact: true }).waitFor();
  }

  /** Opens the RMA with a remedy; its number. */
  async function opened(merchant: Merchant, plan: OrderPlan, said: Readonly<Record<string, string>>, remedy: string, override?: string): Promise<Placed> {
    const placed = await desk(merchant).place(plan);
    await phone(merchant, placed, said);
    await s.frame.getByLabel("Remedy", { exact: true }).selectOption(remedy);
    if (override) await s.frame.getByRole("textbox", { name: /^Reason to grant it/ }).fill(override);
    await press("Open the RMA");
    await s.frame.getByRole("heading", { name: /^RMA-\d+$/ }).first().waitFor();
    return placed;
  }

  async function arrived(finding: string, repairable?: boolean): Promise<void> {
    if (await button("Approve").count()) await button("Approve").last().click();
    await press("Enter what arrived");
    await s.frame.getByLabel("What was found", { exact: true }).selectOption(finding);
    if (repairable !== undefined) await s.frame.getByLabel("Can it be repaired?", { exact: true }).selectOption(String(repairable));
    await press("Save the finding");
  }

  async function settled(): Promise<void> {
    await press("Settle now");
    await s.frame.getByText("Settled", { exact: true }).first().waitFor({ timeout: 60_000 });
  }

  const refundOption = async (): Promise<string> => (await s.frame.getByLabel("Remedy", { exact: true }).locator('option[value="refund"]').textContent()) ?? "";

  /** A customer asked for something that a person must look at; its case. */
  async function asked(merchant: Merchant): Promise<Readonly<{ placed: Placed; id: string; number: string }>> {
    const placed = await desk(merchant).place({ lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }] });
    const result = await requestReturn(s.app, { shop: `${merchant}.myshopify.com`, orderId: placed.orderId, actor: CUSTOMER, lines: [{ lineId: placed.lines[0] ?? "", quantity: 1, request: { reason: "wrong_item_sent" }, originalBuyer: true, remedy: "refund" }] });
    if (!("rma" in result)) throw new Error(JSON.stringify(result));
    return { placed, id: result.rma.id, number: result.rma.number };
  }

  it("Amcrest: 10 % restocking comes off an unwanted camera and not off a defective one", async () => {
    const plan = { lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }] };
    const unwanted = await opened("amcrest", plan, UNWANTED, "refund");
    await arrived("criteria_met");
    await settled();
    await s.shot("amcrest-refunded");
    expect(await desk("amcrest").books(unwanted.orderId)).toMatchObject({ refunded: "68.59", refunds: 1, outstanding: "0.0" });
    const defective = await opened("amcrest", plan, DEFECTIVE, "refund");
    await arrived("defect_confirmed");
    await settled();
    expect(await desk("amcrest").books(defective.orderId)).toMatchObject({ refunded: "75.59", refunds: 1, outstanding: "0.0" });
  });

  it("Camstro: a refurbished camera is refused a refund and replaced; an unwanted new one is refunded", async () => {
    const refurbished = { lines: [{ sku: "CS-T550-R", price: "42.99" }], deliveredDaysAgo: 20, daysAgo: 30 }, placed = await opened("camstro", refurbished, DEFECTIVE, "replacement");
    await arrived("defect_confirmed");
    await s.frame.getByRole("radio", { name: "Refurbished 5MP Turret Camera T550" }).check({ force: true });
    await settled();
    await s.shot("camstro-replaced");
    const books = await desk("camstro").books(placed.orderId);
    expect(books).toMatchObject({ refunded: "0.0", refunds: 0, outstanding: "0.0" });
    expect(books.lines.map(({ quantity, paid }) => [quantity, paid])).toEqual([[1, "42.99"], [1, "0.0"]]);
    await phone("camstro", await desk("camstro").place(refurbished), DEFECTIVE);
    expect(await refundOption()).toMatch(/^Against the policy/);
    await s.shot("camstro-refused");
    const unwanted = await opened("camstro", { lines: [{ sku: "CS-T550", price: "64.99" }] }, { ...UNWANTED, state: "sealed", condition: "new" }, "refund");
    await arrived("criteria_met");
    await settled();
    expect(await desk("camstro").books(unwanted.orderId)).toMatchObject({ refunds: 1, outstanding: "0.0" });
  });

  it("INOMEGA: a clearance item is refused, an unwanted one refunded, a defective one repaired", async () => {
    const clearance = await desk("inomega").place({ lines: [{ sku: "IN-KEY", price: "19.90" }] });
    await phone("inomega", clearance, UNWANTED);
    expect(await refundOption()).toMatch(/^Against the policy/);
    await press("Open the RMA");
    await s.frame.getByText("The policy declines this.").waitFor();
    await s.shot("inomega-refused");
    expect((await desk("inomega").books(clearance.orderId)).returns).toEqual([]);
    const unwanted = await opened("inomega", { lines: [{ sku: "IN-SMOKE", price: "129.00" }] }, UNWANTED, "refund");
    await arrived("criteria_met");
    await settled();
    expect(await desk("inomega").books(unwanted.orderId)).toMatchObject({ refunded: "129.0", refunds: 1, outstanding: "0.0" });
    const defective = await opened("inomega", { lines: [{ sku: "IN-SMOKE", price: "129.00" }], daysAgo: 70, deliveredDaysAgo: 60 }, DEFECTIVE, "repair_or_replacement");
    await arrived("defect_confirmed", true);
    await settled();
    expect(await desk("inomega").books(defective.orderId)).toMatchObject({ refunds: 0, outstanding: "0.0", returns: ["CANCELED"], lines: [{ quantity: 1 }] });
  });

  it("SaferExpert: the label it advanced comes off an unwanted item; for a defective one it bears it and gives the first delivery back", async () => {
    const unwanted = await opened("saferexpert", { lines: [{ sku: "SX-SOL", price: "50.00" }] }, UNWANTED, "refund");
    await arrived("criteria_met");
    await s.frame.getByLabel("Return label paid by you").fill("8.40");
    await settled();
    expect(await desk("saferexpert").books(unwanted.orderId)).toMatchObject({ refunded: "41.6", refunds: 1, outstanding: "0.0" });
    const defective = await opened("saferexpert", { lines: [{ sku: "SX-SOL", price: "50.00" }], shipping: "5.00" }, DEFECTIVE, "refund");
    await arrived("defect_confirmed");
    await s.frame.getByLabel("Return label paid by you").fill("8.40");
    await s.shot("saferexpert-settle");
    await settled();
    expect(await desk("saferexpert").books(defective.orderId)).toMatchObject({ refunded: "55.0", refunds: 1, outstanding: "0.0" });
  });

  it("Kimpok: repairs in the first year; a refund is against its policy, and granted only with a reason, which is shown", async () => {
    const plan = { lines: [{ sku: "KP-A5", price: "80.00" }], daysAgo: 100, deliveredDaysAgo: 90 };
    const repaired = await opened("kimpok", plan, DEFECTIVE, "repair");
    await arrived("defect_confirmed", true);
    await settled();
    await s.shot("kimpok-repaired");
    expect(await desk("kimpok").books(repaired.orderId)).toMatchObject({ refunds: 0, outstanding: "0.0", returns: ["CANCELED"], lines: [{ quantity: 1 }] });
    const granted = await opened("kimpok", { lines: [{ sku: "KP-A5", price: "80.00" }] }, UNWANTED, "refund", "Regular customer");
    await s.frame.getByText("Against the policy: Regular customer").first().waitFor();
    await arrived("criteria_met");
    await settled();
    await s.shot("kimpok-override");
    expect(await desk("kimpok").books(granted.orderId)).toMatchObject({ refunded: "80.0", refunds: 1, outstanding: "0.0" });
  });

  it("several requests are approved at once, another is declined with a reason that Shopify keeps", async () => {
    const [first, second] = [await asked("amcrest"), await asked("amcrest")];
    await s.open("amcrest", "/rmas?view=requested");
    await s.frame.getByRole("link", { name: second.number }).waitFor();
    await s.frame.getByRole("checkbox", { name: /^Select all/ }).first().check({ force: true });
    await s.shot("rmas-selected");
    await press("Approve");
    await s.frame.getByText("No return or claim fits").waitFor({ timeout: 60_000 });
    for (const { placed } of [first, second]) expect((await desk("amcrest").books(placed.orderId)).returns).toEqual(["OPEN"]);
    const third = await asked("amcrest");
    await s.open("amcrest", `/rmas/${third.id}`);
    await press("Decline");
    await s.frame.getByLabel("Reason for the customer").fill("The photo shows what was ordered.");
    await press("Decline this request");
    await s.frame.getByText("Declined", { exact: true }).first().waitFor();
    await s.shot("rma-declined");
    expect((await desk("amcrest").books(third.placed.orderId)).returns).toEqual(["DECLINED"]);
  });

  it("a settlement that Shopify reckons otherwise stops, shows both sides, and pays only what staff decide with a reason", async () => {
    const { placed } = { placed: await opened("amcrest", { lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }] }, DEFECTIVE, "refund") };
    await arrived("defect_confirmed");
    // Somebody pays 10.00 back by hand meanwhile.
    const { order } = await desk("amcrest").ask("query T($id: ID!) { order(id: $id) { transactions { id } } }", { id: placed.orderId });
    await desk("amcrest").ask('mutation R($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "by-hand") { refund { id } userErrors { field message } } }', { input: { orderId: placed.orderId, transactions: [{ orderId: placed.orderId, parentId: order?.["transactions"]?.[0]?.["id"], kind: "REFUND", gateway: "manual", amount: "10.00" }] } });
    await press("Settle now");
    await s.frame.getByText("The amounts differ, and nothing was paid").waitFor({ timeout: 60_000 });
    await s.shot("rma-stopped");
    expect(await desk("amcrest").books(placed.orderId)).toMatchObject({ refunded: "10.0", refunds: 1 });
    await s.frame.getByLabel("Amount to pay all the same").fill("65.59");
    await s.frame.getByLabel("Why this amount").fill("10.00 were paid by hand");
    await settled();
    expect(await desk("amcrest").books(placed.orderId)).toMatchObject({ refunded: "75.59", refunds: 2, outstanding: "0.0" });
  });
});
