import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { requestReturn } from "../../app/flows/requestReturn.ts";
import { quoteOrder, type QuotedLine, type QuotedOrder } from "../../app/flows/quoteOrder.ts";
import { findOrders } from "../../app/shopify/findOrders.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { deskOf } from "../app/merchantShop.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

const SHOP = "amcrest.myshopify.com";
const item = (key: string, value: string) => ({ when: { metafield: { namespace: "item", key, value } }, gives: { [key]: value } });
const mapping = [...["new", "refurbished", "accessory", "free_gift"].map((value) => item("class", value)), ...["camera", "nvr", "dvr", "hdd", "system"].map((value) => item("category", value))];

type Returnable = Readonly<{ order: QuotedOrder; line: QuotedLine; refund: string; fee: string }>;

/** A line of the seeded orders that may be sent back for its price less the restocking fee. */
async function returnable(s: Screens): Promise<Returnable> {
  const { orders } = await findOrders(s.app.adminFor(SHOP), { query: "", first: 40 });
  for (const { id } of orders) {
    const order = await quoteOrder(s.app, { shop: SHOP, orderId: id });
    if ("notFound" in order || order.currency !== "USD") continue;
    for (const line of order.lines) {
      const answer = line.quantity === 1 ? line.unwanted?.decision.remedies.find((one) => one.remedy === "refund" && one.status === "open" && one.until !== null) : undefined;
      const fee = answer?.deductions.find(({ kind }) => kind === "restocking");
      if (answer?.refund && fee) return { order, line, refund: answer.refund.amount, fee: fee.amount };
    }
  }
  throw new Error("the seed has no line that may be sent back");
}

const refundedOf = async (s: Screens, orderId: string): Promise<number> => {
  const about = await s.app.adminFor(SHOP).run<{ order: { totalRefundedSet: { shopMoney: { amount: string } } } }, { id: string }>("query($id: ID!) { order(id: $id) { totalRefundedSet { shopMoney { amount } } } }" as never, { id: orderId });
  return Number(about.order.totalRefundedSet.shopMoney.amount);
};

if (hasChromium) describe("a return taken on the phone", { timeout: 90_000 }, () => {
  let s: Screens, found: Returnable;
  beforeAll(async () => {
    s = await openScreens({ merchants: ["amcrest"], orders: 40 });
    await s.open("amcrest", "");
    await s.frame.getByText("No policy is published yet").waitFor();
    await saveSettings(s.app.db.prisma, SHOP, { mapping, ownChannels: ["web", "custom-app"], returnAddresses: [{ from: ["*"], country: "US", lines: ["1 Dock Road"] }] });
    await publishPolicy(s.app, { shop: SHOP, actor: { kind: "staff", name: "Desk" }, policy: "amcrest", settings: { newWarrantyTerm: "P1Y" } });
    found = await returnable(s);
  }, 90_000);
  afterAll(async () => {
    await s.close();
    expect(s.wrong).toEqual([]);
  });

  it("is found by the order's number, with what its line is entitled to and why", async () => {
    await s.open("amcrest", "/orders");
    await s.frame.getByPlaceholder("Order number, e-mail or name").fill(found.order.name);
    await s.frame.getByRole("button", { name: "Search" }).click();
    await s.frame.getByRole("link", { name: found.order.name, exact: true }).first().click();
    await s.frame.getByRole("heading", { name: found.line.title }).first().waitFor();
    await s.frame.getByRole("button", { name: "How this was decided" }).first().click();
    expect(await s.frame.getByText("Clauses behind this").count()).toBe(1);
    await s.shot("order");
    await s.frame.getByRole("link", { name: `Start an RMA: ${found.line.title}` }).first().click();
    await s.frame.getByRole("heading", { name: `Start an RMA: ${found.line.title}` }).waitFor();
  });

  it("is opened, received, inspected and refunded less the restocking fee, by the dev store's books", async () => {
    const before = await refundedOf(s, found.order.orderId);
    const choose = async (label: string, value: string): Promise<void> => {
      await s.frame.getByLabel(label, { exact: true }).selectOption(value);
      await expect.poll(() => s.frame.locator("body").evaluate((body) => body.ownerDocument.location.search)).toContain(value);
    };
    await choose("Condition", "like_new");
    await choose("Opened", "opened");
    await choose("Packaging", "original");
    await s.frame.getByText("Everything that came with it is there").click();
    await expect.poll(() => s.frame.getByLabel("Everything that came with it is there").isChecked()).toBe(true);
    await s.frame.getByLabel("Remedy", { exact: true }).selectOption("refund");
    await s.shot("start");
    await s.frame.getByRole("button", { name: "Open the RMA" }).click();
    await s.frame.getByRole("heading", { name: "RMA-1001" }).waitFor();
    await s.frame.getByText("To be sent back by").waitFor();
    await s.shot("rma");
    const [slip] = await Promise.all([s.page.waitForEvent("download"), s.frame.getByRole("button", { name: "Packing slip" }).click()]);
    expect(readFileSync(await slip.path(), "latin1").slice(0, 5)).toBe("%PDF-");
    await s.frame.getByRole("button", { name: "Enter what arrived" }).click();
    await s.frame.getByRole("button", { name: "Save the finding" }).click();
    await s.frame.getByRole("button", { name: "Settle now" }).click();
    await s.frame.getByText("Settled", { exact: true }).first().waitFor({ timeout: 30_000 });
    await s.frame.getByText(/ · Store Owner$/).first().waitFor();
    expect(await s.frame.getByText("To be sent back by").count()).toBe(0);
    await s.shot("rma-settled");
    expect(await refundedOf(s, found.order.orderId)).toBeCloseTo(before + Number(found.refund), 2);
    expect(Number(found.fee)).toBeGreaterThan(0);
  });

  it("of which a person decides asks for the reason to grant it, and is settled with it", async () => {
    const devShop = s.world.shops.get(SHOP), actor = { kind: "staff", name: "Desk" } as const;
    if (!devShop) throw new Error("amcrest is not seeded");
    const { orderId, lines: [lineId = ""] } = await deskOf(s.world, devShop).place({ lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }] });
    const made = await requestReturn(s.app, { shop: SHOP, orderId, actor, lines: [{ lineId, quantity: 1, request: { reason: "wrong_item_sent" }, originalBuyer: true, remedy: "refund" }] });
    if (!("rma" in made)) throw new Error(JSON.stringify(made));
    const about = { shop: SHOP, rmaId: made.rma.id, actor }, rmaLineId = made.rma.lines[0]?.id ?? "";
    await receiveGoods(s.app, { ...about, lines: [{ rmaLineId, quantity: 1 }] });
    await inspectLine(s.app, { ...about, rmaLineId, finding: "criteria_met" });
    await s.open("amcrest", `/rmas/${made.rma.id}`);
    await s.frame.getByRole("button", { name: "Settle now" }).click();
    await s.frame.getByText(/refund is not open \(a person decides\)/).first().waitFor();
    expect(await refundedOf(s, orderId)).toBe(0);
    await s.frame.getByLabel("Reason to grant it").fill("The photo shows another camera");
    await s.shot("rma-person-decides");
    await s.frame.getByRole("button", { name: "Settle now" }).click();
    await s.frame.getByText("Settled", { exact: true }).first().waitFor({ timeout: 30_000 });
    expect(await refundedOf(s, orderId)).toBeCloseTo(75.59, 2);
  });

  it("stands in the queue, can be filtered away, and is exported", async () => {
    await s.open("amcrest", "/rmas");
    await s.frame.getByRole("link", { name: "RMA-1001" }).waitFor();
    await s.shot("rmas");
    const [file] = await Promise.all([s.page.waitForEvent("download"), s.frame.getByRole("button", { name: "Export CSV" }).click()]);
    expect(readFileSync(await file.path(), "utf8").split("\r\n").find((row) => row.startsWith('"RMA-1001"'))).toMatch(new RegExp(`^"RMA-1001","${found.order.name}","settled",.*"refund","${found.refund.replace(".", "\\.")}","USD"`));
    await s.open("amcrest", "/rmas?view=requested");
    await s.frame.getByText("No return or claim fits").waitFor();
    await s.open("amcrest", "");
    await s.frame.getByText("Money waiting").waitFor();
    await s.shot("home");
  });
});
