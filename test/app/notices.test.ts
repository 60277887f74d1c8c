import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeSettings } from "../../app/flows/changeSettings.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { remindDue } from "../../app/flows/remindDue.ts";
import { answerQuote, quoteRepair } from "../../app/flows/repairQuote.ts";
import { sendNotice } from "../../app/flows/tellFlow.ts";
import { declineRma } from "../../app/flows/declineRma.ts";
import { latestNotices } from "../../app/store/notices.ts";
import { STAFF, UNWANTED } from "./asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

const CAMERA = { sku: "CS-T550", price: "64.99" }, DAY = 86_400_000;
let m: MerchantShop, steps: Steps;
const app = () => m.s.app;
const notices = (settings: object) => changeSettings(app(), { shop: m.shop, settings: { notices: settings } });
const told = () => m.devShop.flowTriggers.map(({ handle, payload }) => ({ handle, ...(payload as Record<string, unknown>) }));
/** Looks for what is due and sends what was planned, as the queues do. */
async function remind(): Promise<number> {
  const planned = await remindDue(app(), { shop: m.shop });
  for (const { id } of await latestNotices(app().db.prisma, m.shop, 50)) await sendNotice(app(), { shop: m.shop, noticeId: id });
  return planned;
}
const numberOf = (gid: string): number => Number(gid.split("/").at(-1));

describe("reminders", () => {
  let placed: Placed;
  beforeAll(async () => {
    m = await merchantShop("camstro");
    steps = stepsOf(m);
    placed = await m.place({ lines: [CAMERA, { sku: "CS-N8", price: "219.99" }], daysAgo: 28, deliveredDaysAgo: 26 });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
  }, 240_000);
  afterAll(() => m.s.close());

  it("are sent only where the shop wants them", async () => {
    expect(await remind()).toBe(0);
    expect(told()).toEqual([]);
  });

  it("of the last day to register go to Flow once per order, however often it is looked", async () => {
    await notices({ registerBy: { isOn: true, days: 7 } });
    expect([await remind(), await remind()]).toEqual([1, 0]);
    // Days are counted from the shop's own, and the customer's may be another.
    expect(told()).toEqual([{ handle: "register-by", order_id: numberOf(placed.orderId), customer_id: expect.any(Number), item: expect.stringMatching(/T550.*N8/), "last day": expect.stringMatching(/^\d{4}-\d\d-\d\d$/), "days left": expect.toSatisfy((days: number) => days === 4 || days === 5), "rma number": "", amount: 0, currency: "" }]);
  });

  it("of a return window leave out what is on its way back", async () => {
    await notices({ returnWindowEnds: { isOn: true, days: 30 } });
    const open = await m.place({ lines: [CAMERA], daysAgo: 3, deliveredDaysAgo: 2 }), busy = await m.place({ lines: [CAMERA], daysAgo: 3, deliveredDaysAgo: 2 });
    for (const { orderId } of [open, busy]) await refreshCoverage(app(), { shop: m.shop, orderId });
    await steps.requested(busy, { remedy: "refund", request: UNWANTED });
    await remind();
    expect(told().filter(({ handle }) => handle === "return-window-ends").map((one) => (one as unknown as { order_id: number }).order_id)).toEqual(expect.arrayContaining([numberOf(open.orderId)]));
    expect(JSON.stringify(told().filter(({ handle }) => handle === "return-window-ends"))).not.toContain(`"order_id":${numberOf(busy.orderId)},`);
  });

  it("of a day to send goods by and of a promise that is late name the case", async () => {
    await notices({ shipBackBy: { isOn: true, days: 3 }, promiseOverdue: { isOn: true } });
    const rma = await steps.requested(await m.place({ lines: [CAMERA] }), { remedy: "refund", request: UNWANTED }, { actor: STAFF });
    await app().db.prisma.rma.updateMany({ where: { shop: m.shop, id: rma.id }, data: { dueAt: new Date(Date.now() - DAY) } });
    await remind();
    expect(told().filter(({ handle }) => handle === "promise-overdue")).toMatchObject([{ "rma number": rma.number, "days left": -1, item: expect.stringContaining("1 × ") }]);
    m.later(12 * DAY);
    await remind();
    m.later(-12 * DAY);
    expect(told().filter(({ handle }) => handle === "ship-back-by").map((one) => (one as unknown as { "rma number": string })["rma number"])).toContain(rma.number);
  });

  it("are not sent again where no answer came, though nobody knows whether it arrived", async () => {
    await notices({ registerBy: { isOn: true, days: 7 } });
    const unsure = await m.place({ lines: [CAMERA], daysAgo: 28, deliveredDaysAgo: 27 });
    await refreshCoverage(app(), { shop: m.shop, orderId: unsure.orderId });
    await remindDue(app(), { shop: m.shop });
    const noticeOf = async () => (await latestNotices(app().db.prisma, m.shop, 50)).find((one) => one.orderId === unsure.orderId && one.handle === "register-by");
    const about = { shop: m.shop, noticeId: (await noticeOf())?.id ?? "" }, before = told().length;
    await m.fault({ root: "flowTriggerReceive", kind: "hangUpAfter", times: 1 });
    await sendNotice(app(), about);
    await sendNotice(app(), about);
    expect(told()).toHaveLength(before + 1);
    expect(await noticeOf()).toMatchObject({ state: "unclear", refusal: expect.any(String) });
  });

  it("are tried again while Shopify throttles", async () => {
    const busy = await m.place({ lines: [CAMERA], daysAgo: 28, deliveredDaysAgo: 26 }), before = told().length;
    await refreshCoverage(app(), { shop: m.shop, orderId: busy.orderId });
    await remindDue(app(), { shop: m.shop });
    const notice = (await latestNotices(app().db.prisma, m.shop, 50)).find((one) => one.orderId === busy.orderId), about = { shop: m.shop, noticeId: notice?.id ?? "" };
    await m.fault({ root: "flowTriggerReceive", kind: "429", times: 3 });
    await expect(sendNotice(app(), about)).rejects.toThrow("throttling");
    expect(told()).toHaveLength(before);
    await sendNotice(app(), about);
    expect(told()).toHaveLength(before + 1);
  });

  it("of a request, of goods that arrive and of a price to accept name the case and what it is about, once each", async () => {
    const quietly = await steps.requested(await m.place({ lines: [CAMERA] }), { remedy: "refund", request: UNWANTED });
    await notices({ requestReceived: { isOn: true }, goodsReceived: { isOn: true }, quoteToAccept: { isOn: true } });
    const asked = await steps.requested(await m.place({ lines: [{ ...CAMERA, quantity: 2 }] }), { remedy: "refund", request: UNWANTED, quantity: 2 });
    const byStaff = await steps.requested(await m.place({ lines: [CAMERA] }), { remedy: "refund", request: UNWANTED }, { actor: STAFF }), line = byStaff.lines[0]?.id ?? "";
    await receiveGoods(app(), { shop: m.shop, rmaId: byStaff.id, actor: STAFF, lines: [{ rmaLineId: line, quantity: 1 }] });
    const named = { shop: m.shop, rmaId: byStaff.id, rmaLineId: line, actor: STAFF };
    await quoteRepair(app(), { ...named, amount: "25.00" });
    await answerQuote(app(), { ...named, accepted: false });
    for (let round = 0; round < 2; round++) for (const { id } of await latestNotices(app().db.prisma, m.shop, 50)) await sendNotice(app(), { shop: m.shop, noticeId: id });
    const of = (handle: string) => told().filter((one) => one.handle === handle);
    expect(of("request-received")).toMatchObject([{ "rma number": asked.number, item: expect.stringMatching(/^2 × .*T550/), customer_id: expect.any(Number) }]);
    expect(of("goods-received")).toMatchObject([{ "rma number": byStaff.number, item: expect.stringMatching(/^1 × .*T550/), amount: 0 }]);
    expect(of("quote-to-accept")).toMatchObject([{ "rma number": byStaff.number, amount: 25, currency: "USD" }]);
    expect(JSON.stringify(told())).not.toContain(quietly.number);
  });

  it("of a refund tell what went back", async () => {
    await notices({ refundIssued: { isOn: true } });
    const rma = await steps.requested(await m.place({ lines: [CAMERA] }), { remedy: "refund", request: UNWANTED }, { actor: STAFF });
    await steps.arrived(rma, "criteria_met");
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" } });
    for (const { id } of await latestNotices(app().db.prisma, m.shop, 50)) await sendNotice(app(), { shop: m.shop, noticeId: id });
    expect(told().filter(({ handle }) => handle === "refund-issued")).toMatchObject([{ "rma number": rma.number, amount: 64.99, currency: "USD" }]);
  });
});

describe("Shopify's own mails", () => {
  beforeAll(async () => {
    m = await merchantShop("inomega");
    steps = stepsOf(m);
  }, 240_000);
  afterAll(() => m.s.close());

  it("are told what the shop adds: a decline ends with the shop's own words", async () => {
    await changeSettings(app(), { shop: m.shop, settings: { automatic: { approve: false, decline: false }, notices: { mails: { declined: false }, declinedText: "Write to us if you disagree." } } });
    const rma = await steps.requested(await m.place({ lines: [{ sku: "IN-SMOKE", price: "129.00" }] }), { remedy: "refund", request: UNWANTED });
    expect(await declineRma(app(), { shop: m.shop, rmaId: rma.id, actor: STAFF, reason: "Photos show use." })).toMatchObject({ rma: { state: "declined" } });
    const { decline } = (await m.ask("query D($id: ID!) { return(id: $id) { decline { note } } }", { id: rma.returnId ?? "" }))["return"] as unknown as { decline: { note: string } };
    expect(decline.note).toMatch(/^Photos show use\..*Write to us if you disagree\.$/);
  });
});
