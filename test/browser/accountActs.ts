/** What customers do beside asking for one thing: exchanges, units that differ, cancelling, prices, serial numbers, other languages. */
import { expect, it } from "vitest";
import { quoteRepair } from "../../app/flows/repairQuote.ts";
import { requestReturn } from "../../app/flows/requestReturn.ts";
import type { Account } from "./account.ts";
import { DEFECTIVE, STAFF } from "../app/asks.ts";
import { answer, send } from "./accountSteps.ts";

const PHONE = { width: 390, height: 844 }, DESK = { width: 1280, height: 1000 };

const sendWords: Readonly<Record<string, string>> = { de: "Anfrage senden", fr: "Envoyer la demande", es: "Enviar solicitud", ja: "申請する" };

/** Chooses and waits until it stays chosen: the host shows what the extension says, a moment after the click. */
async function pick(a: Account, name: string | RegExp): Promise<void> {
  const radio = a.page.getByRole("radio", { name });
  await radio.click();
  await expect.poll(() => radio.isChecked(), { timeout: 20_000 }).toBe(true);
}

export function customersActs(account: () => Account): void {
  it("units of one line differ: one is exchanged for a variant in stock, one is faulty; both stand below Shopify's return", async () => {
    const a = account(), placed = await a.order("amcrest", { lines: [{ sku: "AM-UHD8B-WHITE", price: "109.99", quantity: 2 }] });
    await a.visit("amcrest", placed);
    await a.page.getByRole("link", { name: /^Return or exchange/ }).click();
    await a.page.getByText(/^You get back/).first().waitFor();
    await pick(a, "Exchange");
    await pick(a, /Black/);
    await a.page.getByText("Add another item").click();
    await a.page.getByRole("button", { name: /^Add another unit/ }).click();
    await a.page.getByRole("radiogroup", { name: "What is wrong?" }).nth(1).getByRole("radio", { name: "It does not work as it should" }).check();
    await a.page.getByRole("radio", { name: "Replacement" }).first().waitFor();
    await answer(a.page);
    expect(await a.serious()).toEqual([]);
    await a.shot("exchange");
    const number = await send(a.page);
    const lines = await a.s.app.db.prisma.rmaLine.findMany({ where: { rma: { orderId: placed.orderId } }, orderBy: { id: "asc" } });
    expect(lines.map(({ quantity, remedy, claim }) => [quantity, remedy, (claim as { request: object }).request])).toMatchObject([[1, "exchange", { reason: "unwanted", wants: "different_model" }], [1, expect.stringMatching(/refund|replacement/), { reason: "defective" }]]);
    await a.visit("amcrest", placed);
    await expect.poll(() => a.page.getByRole("link", { name: `Follow ${number}` }).count(), { timeout: 20_000 }).toBe(2);
    expect(await a.serious()).toEqual([]);
    await a.shot("return-below");
  });

  it("an order that has not left is cancelled", async () => {
    const a = account(), placed = await a.order("camstro", { lines: [{ sku: "CS-T550", price: "64.99" }], shipping: "5.00", isShipped: false, daysAgo: 1 });
    await a.visit("camstro", placed);
    await a.page.getByRole("link", { name: "Cancel order" }).click();
    await a.page.getByText("You get back $69.99.").first().waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("cancel");
    await a.page.getByRole("button", { name: "Cancel order" }).click();
    await a.page.getByRole("heading", { name: /^RMA-\d+$/ }).waitFor();
    await a.shot("cancelled");
    expect(await a.s.app.db.prisma.rmaLine.findMany({ where: { rma: { orderId: placed.orderId } } })).toMatchObject([{ remedy: "cancel", quantity: 1 }]);
    await a.visitPage("camstro", placed, "/cancel");
    await a.page.getByText("This order can no longer be cancelled.").waitFor();
  });

  it("the price of a repair is refused, and a lower one accepted", async () => {
    const a = account(), placed = await a.order("kimpok", { lines: [{ sku: "KP-A5", price: "80.00" }], daysAgo: 500, deliveredDaysAgo: 490 }), shop = "kimpok.myshopify.com", { app } = a.s;
    const made = await requestReturn(app, { shop, orderId: placed.orderId, customerId: placed.customer, actor: STAFF, lines: [{ lineId: placed.lines[0] ?? "", quantity: 1, request: DEFECTIVE, originalBuyer: true, remedy: "paid_repair" }] });
    if (!("rma" in made)) throw new Error(JSON.stringify(made));
    const rmaLineId = made.rma.lines[0]?.id ?? "", price = (amount: string) => quoteRepair(app, { shop, rmaId: made.rma.id, rmaLineId, actor: STAFF, amount });
    const quote = async () => (await app.db.prisma.rmaLine.findFirstOrThrow({ where: { id: rmaLineId } })).quote;
    await price("25.00");
    await a.visitPage("kimpok", placed, `/case/${made.rma.id}`);
    await a.page.getByText("It is repaired only if you accept.", { exact: false }).waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("repair-price");
    await a.page.getByRole("button", { name: "Refuse" }).click();
    await expect.poll(quote, { timeout: 20_000 }).toMatchObject({ amount: "25.00", accepted: false });
    await price("20.00");
    await a.page.reload();
    await a.page.getByRole("button", { name: /^Accept .*20\.00/ }).click();
    await expect.poll(quote, { timeout: 20_000 }).toMatchObject({ amount: "20.00", accepted: true });
    await a.page.getByText("It is repaired only if you accept.", { exact: false }).waitFor({ state: "detached" });
  });

  it("a product is registered by its serial number; one that nobody knows is said to be found by its order", async () => {
    const a = account(), placed = await a.order("camstro", { lines: [{ sku: "CS-T550", price: "64.99", serial: "SN 88-0001" }] });
    await a.visit("camstro", placed, "/profile");
    await a.page.getByText("Register by serial number").click();
    const field = a.page.getByRole("textbox", { name: "Serial number" }), button = a.page.getByRole("button", { name: "Register", exact: true });
    await field.fill("NOBODYS-1");
    await button.click();
    await a.page.getByText("Register a product from the order you bought it with.").waitFor();
    await a.shot("serial-unknown");
    await field.fill("sn880001");
    await button.click();
    await a.page.getByText("Serial number SN880001").waitFor();
    expect(await a.s.app.db.prisma.registration.count({ where: { serial: "SN880001", orderId: placed.orderId } })).toBe(1);
  });

  it.each([["de", "Erstattung"], ["fr", "Remboursement"], ["es", "Reembolso"], ["ja", "返金"]])("in %s on a phone: the order, a request and a case fit", async (locale, refund) => {
    const a = account(), placed = await a.order("amcrest", { lines: [{ sku: "AM-T5", price: "69.99", tax: "2.80" }, { sku: "AM-NV8", price: "249.99" }] }), line = (placed.lines[0] ?? "").split("/").at(-1);
    const fits = async (name: string): Promise<void> => {
      await a.shot(`${locale}-${name}`);
      expect(await a.page.evaluate("document.documentElement.scrollWidth"), name).toBe(PHONE.width);
    };
    await a.page.setViewportSize(PHONE);
    await a.visitPage("amcrest", placed, `/?line=${line}&reason=unwanted`, locale);
    await a.page.getByRole("radio", { name: new RegExp(refund) }).first().waitFor();
    await fits("request");
    await a.page.getByRole("button", { name: sendWords[locale] ?? "" }).click();
    await a.page.getByRole("heading", { name: /^RMA-\d+$/ }).waitFor();
    await fits("case");
    await a.visit("amcrest", placed);
    await a.page.getByRole("link", { name: /RMA-\d+/ }).first().waitFor();
    await fits("order");
    await a.visitPage("amcrest", placed, "/", "en");
    await a.page.setViewportSize(DESK);
  });
}
