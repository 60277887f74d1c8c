/** Looks for what comes to an end or is late, and tells Flow of each once, as far as the shop wants it. */
import { dayIn, formatDay, parseDay } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import type { Coverage } from "../generated/prisma/client.ts";
import type { Notices } from "../settings.ts";
import { casesToSend, linesInCases, linesThatEnd, overdueCases, } from "../store/due.ts";
import { knownKeys } from "../store/notices.ts";
import { shopOf } from "../store/shops.ts";
import { itemsOf } from "./tellCase.ts";
import { tellFlow, type FlowHandle, type Telling } from "./tellFlow.ts";

type Any = { [H in FlowHandle]: Telling<H> }[FlowHandle];
type Scan = Readonly<{ app: App; shop: string; today: string; notices: Notices; zone: string }>;

const daysFrom = (day: string, days: number): string => formatDay(parseDay(day) + days);
const daysUntil = (today: string, day: string): number => parseDay(day) - parseDay(today);

/** Sends the jobs of all shops; called every quarter of an hour. */
export async function remindAll(app: App): Promise<void> {
  for (const { domain } of await app.db.prisma.shop.findMany({ where: { uninstalledAt: null }, select: { domain: true } })) await app.jobs.send("remind", { shop: domain });
}

/** Plans what is due and was not told before; returns how many. Days are the shop's. */
export async function remindDue(app: App, { shop }: Readonly<{ shop: string }>): Promise<number> {
  const { settings: { notices }, zone } = await shopOf(app.db.prisma, shop), now = app.now();
  const scan: Scan = { app, shop, notices, zone, today: formatDay(dayIn(now.toISOString(), zone)) };
  let told = 0;
  for (const found of [endings(scan, "return-window-ends"), endings(scan, "register-by"), toSend(scan), late(scan, now)]) for await (const part of found) told += await tellNew(app, shop, part);
  return told;
}

async function tellNew(app: App, shop: string, found: readonly Any[]): Promise<number> {
  const known = await knownKeys(app.db.prisma, shop, found.map(({ handle, about }) => `${handle}/${about}`));
  let told = 0;
  for (const one of found) {
    if (known.has(`${one.handle}/${one.about}`)) continue;
    if (await app.db.prisma.$transaction((tx) => tellFlow(app, tx, one as Telling<FlowHandle>))) told++;
  }
  return told;
}

/** One reminder for an order and last day, whatever number of its lines ends then; lines that a case speaks for are left out. */
async function* endings({ app, shop, notices, today }: Scan, handle: "return-window-ends" | "register-by"): AsyncGenerator<Any[]> {
  const what = handle === "register-by" ? "registerUntil" : "returnUntil", { isOn, days } = handle === "register-by" ? notices.registerBy : notices.returnWindowEnds;
  if (!isOn) return;
  for await (const rows of linesThatEnd(app.db.prisma, shop, what, today, daysFrom(today, days))) {
    const busy = await linesInCases(app.db.prisma, shop, [...new Set(rows.map(({ orderId }) => orderId))]), byEnd = new Map<string, Coverage[]>();
    for (const row of rows.filter(({ lineId }) => !busy.has(lineId))) {
      const key = `${row.orderId.split("/").at(-1) ?? ""}/${row[what]?.toISOString().slice(0, 10) ?? ""}`;
      byEnd.set(key, [...(byEnd.get(key) ?? []), row]);
    }
    yield [...byEnd].flatMap(([about, lines]): Any[] => {
      const [first] = lines, day = about.split("/")[1] ?? "";
      return first ? [{ shop, handle, about, orderId: first.orderId, customerId: first.customerId, fields: { item: lines.map(({ title, orderName }) => title || orderName).join(", "), last_day: day, days_left: daysUntil(today, day) } }] : [];
    });
  }
}

async function* toSend({ app, shop, notices, today }: Scan): AsyncGenerator<Any[]> {
  if (!notices.shipBackBy.isOn) return;
  for await (const rmas of casesToSend(app.db.prisma, shop, today, daysFrom(today, notices.shipBackBy.days))) {
    yield rmas.map((rma): Any => {
      const day = rma.shipBackBy?.toISOString().slice(0, 10) ?? today;
      return { shop, handle: "ship-back-by", about: `${rma.number}/${day}`, orderId: rma.orderId, customerId: rma.customerId, fields: { rma_number: rma.number, item: itemsOf(rma.lines), last_day: day, days_left: daysUntil(today, day) } };
    });
  }
}

async function* late({ app, shop, notices, zone, today }: Scan, now: Date): AsyncGenerator<Any[]> {
  if (!notices.promiseOverdue.isOn) return;
  for await (const rmas of overdueCases(app.db.prisma, shop, now)) {
    yield rmas.map((rma): Any => {
      const day = rma.dueAt ? formatDay(dayIn(rma.dueAt.toISOString(), zone)) : today;
      return { shop, handle: "promise-overdue", about: `${rma.number}/${rma.dueAt?.toISOString() ?? day}`, orderId: rma.orderId, customerId: rma.customerId, fields: { rma_number: rma.number, item: itemsOf(rma.lines), last_day: day, days_left: daysUntil(today, day) } };
    });
  }
}
