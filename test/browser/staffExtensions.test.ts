import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { quoteOrder, type QuotedLine, type QuotedOrder } from "../../app/flows/quoteOrder.ts";
import { findOrders } from "../../app/shopify/findOrders.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { seriousIn } from "../devstore/faces/axe.ts";
import { openScreens, type Screens } from "./screens.ts";

const SHOP = "amcrest.myshopify.com";
const item = (key: string, value: string) => ({ when: { metafield: { namespace: "item", key, value } }, gives: { [key]: value } });
const mapping = [...["new", "refurbished", "accessory", "free_gift"].map((value) => item("class", value)), ...["camera", "nvr", "dvr", "hdd", "system"].map((value) => item("category", value))];
const tail = (gid: string): string => gid.split("/").at(-1) ?? "";

type Found = Readonly<{ order: QuotedOrder; line: QuotedLine }>;

/** An order all of whose lines are over, and one with a line that may come back. */
async function chosen(s: Screens): Promise<Readonly<{ open: Found; over: QuotedOrder }>> {
  const { orders } = await findOrders(s.app.adminFor(SHOP), { query: "", first: 40 });
  const isOpen = (line: QuotedLine): boolean => line.unwanted?.decision.remedies.some((r) => r.remedy === "refund" && r.status === "open" && r.until !== null) ?? false;
  const isOver = (line: QuotedLine): boolean => line.unwanted?.decision.outcome === "declined";
  let open: Found | undefined, over: QuotedOrder | undefined;
  for (const { id } of orders) {
    const order = await quoteOrder(s.app, { shop: SHOP, orderId: id });
    if ("notFound" in order || order.lines.length === 0) continue;
    const line = order.lines.find(isOpen);
    if (line) open ??= { order, line };
    else if (order.lines.every(isOver)) over ??= order;
    if (open && over) return { open, over };
  }
  throw new Error("the seed has no such orders");
}

if (hasChromium) describe("extensions of the admin and the till against the app", { timeout: 120_000 }, () => {
  let s: Screens, open: Found, over: QuotedOrder, origin = "";
  const errors: string[] = [];
  const go = (path: string): Promise<unknown> => s.page.goto(`${origin}/store/amcrest${path}`);
  const serious = (): Promise<string[]> => seriousIn(s.page.mainFrame());
  const action = () => s.page.locator("s-admin-action");

  beforeAll(async () => {
    s = await openScreens({ merchants: ["amcrest"], orders: 40 });
    s.page.on("console", (message) => { if (message.text().startsWith("[extension")) errors.push(message.text()); });
    await s.open("amcrest", "");
    origin = new URL(s.page.url()).origin;
    await saveSettings(s.app.db.prisma, SHOP, { mapping, ownChannels: ["web", "custom-app"], returnAddresses: [{ from: ["*"], country: "US", lines: ["1 Dock Road"] }] });
    await publishPolicy(s.app, { shop: SHOP, actor: { kind: "staff", name: "Desk" }, policy: "amcrest", settings: { newWarrantyTerm: "P1Y" } });
    ({ open, over } = await chosen(s));
  }, 240_000);
  afterAll(async () => {
    await s.close();
    expect([...s.wrong, ...errors]).toEqual([]);
  });

  it("an order's block says of each line until when, and opens an RMA, once", async () => {
    await go(`/orders/${tail(open.order.orderId)}`);
    const block = s.page.locator("s-admin-block");
    await block.getByText(open.line.title).first().waitFor();
    await block.getByText(/^Return until /).first().waitFor();
    await block.getByText("None yet.").waitFor();
    expect(await serious()).toEqual([]);
    await s.shot("extension-order");
    await block.getByRole("button", { name: "Open an RMA" }).click();
    await action().getByRole("button", { name: "Open RMA" }).click();
    await s.page.getByText("Choose a reason first.").waitFor();
    await s.page.getByLabel("What is it about?").selectOption({ index: 1 });
    await s.page.getByLabel("Note for the case").fill("Asked by phone");
    expect(await serious()).toEqual([]);
    await s.shot("extension-open-rma");
    await action().getByRole("button", { name: "Open RMA" }).click();
    await s.page.getByText("RMA opened").waitFor({ timeout: 20_000 });
    await s.shot("extension-rma-opened");
    await action().locator("s-button").getByRole("button", { name: "Close" }).click();
    await go(`/orders/${tail(open.order.orderId)}`);
    await block.getByRole("link", { name: "RMA-1001" }).waitFor();
    expect(await s.app.db.prisma.rma.count()).toBe(1);
  });

  it("the RMA's number leads to the app", async () => {
    await s.page.locator("s-admin-block").getByRole("link", { name: "RMA-1001" }).click();
    await s.frame.getByRole("heading", { name: "RMA-1001" }).waitFor();
  });

  it("prints the RMA's packing slip; an order without one says so", async () => {
    await go(`/orders/${tail(open.order.orderId)}`);
    const fetched = s.page.waitForResponse((response) => response.url().includes("/api/slip/") && response.request().method() === "GET");
    await s.page.getByRole("button", { name: "Return packing slip" }).click();
    const slip = await fetched;
    expect([slip.status(), slip.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    await s.page.locator('s-admin-print-action iframe[src^="blob:"]').waitFor();
    expect(await s.page.getByRole("dialog").getByRole("button", { name: "Print" }).isEnabled()).toBe(true);
    await s.shot("extension-slip");
    await go(`/orders/${tail(over.orderId)}`);
    await s.page.getByRole("button", { name: "Return packing slip" }).click();
    await s.page.getByText("No RMA of this order has a packing slip yet.").waitFor();
    expect(await s.page.getByRole("dialog").getByRole("button", { name: "Print" }).isDisabled()).toBe(true);
  });

  it("opens RMAs for the orders ticked in the list, and says why not for the others", async () => {
    await go("/orders");
    await s.page.getByLabel(`Select ${over.name}`).check();
    await s.page.getByLabel(`Select ${open.order.name}`).check();
    await s.page.getByRole("region", { name: "Selected orders" }).getByRole("button", { name: "Open an RMA" }).click();
    await s.page.getByText("Opens an RMA for each of 2 orders").waitFor();
    await s.page.getByLabel("What is it about?").selectOption("unwanted");
    await action().getByRole("button", { name: "Open 2 RMAs" }).click();
    await s.page.getByText(`${over.name}:`).waitFor({ timeout: 20_000 });
    expect(await serious()).toEqual([]);
    await s.shot("extension-bulk");
  });

  it("a product's block says how it is classed and its terms", async () => {
    await go("/products");
    await s.page.locator("a.row").first().click();
    await s.page.locator("s-admin-block").getByRole("heading", { name: "Terms" }).first().waitFor();
    expect(await serious()).toEqual([]);
    await s.shot("extension-product");
  });

  it("the till says what the customer may have", async () => {
    await go(`/pos/orders/${tail(over.orderId)}`);
    await s.page.locator("s-pos-block").getByText("No", { exact: true }).first().waitFor();
    expect(await serious()).toEqual([]);
    await s.shot("extension-pos");
  });
});
