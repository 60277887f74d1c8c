/** A serial number found at inspection, held against what was sold, registered and seen before: what does not fit, and what that means. */
import type { App } from "../app.server.ts";
import type { RmaLine } from "../generated/prisma/client.ts";
import { serialOf } from "../serial.ts";
import { ShopifyAway } from "../shopify/admin.ts";
import { soldSerials } from "../shopify/lineWithSerial.ts";
import { casesWithSerials, registrationBySerial, registrationsOfLine } from "../store/registrations.ts";
import type { RmaWithLines } from "../store/rmas.ts";

/** Sentences for staff; none where everything fits or nothing is known. One query at Shopify. */
export async function serialWarnings(app: App, { shop, rma, line, serial }: Readonly<{ shop: string; rma: RmaWithLines; line: RmaLine; serial: string }>): Promise<readonly string[]> {
  const found = serialOf(serial);
  if (found === "") return [];
  return [...named(line, found), ...(await sold(app, shop, rma, line, found)), ...(await registered(app, shop, rma, line, found)), ...(await seenBefore(app, shop, rma, line, found))];
}

function named({ serial }: RmaLine, found: string): string[] {
  const before = serial ? serialOf(serial) : "";
  return before && before !== found ? [`Number ${before} was named before for this item: another unit came than was announced.`] : [];
}

async function sold(app: App, shop: string, rma: RmaWithLines, line: RmaLine, found: string): Promise<string[]> {
  const numbers = await soldSerials(app.adminFor(shop), rma.orderId).catch((error: unknown) => {
    if (error instanceof ShopifyAway) return null;
    throw error;
  });
  if (!numbers) return ["Shopify did not answer: the number was not held against the order's own note."];
  const own = numbers.get(line.lineId) ?? [], other = [...numbers].find(([id, list]) => id !== line.lineId && list.includes(found));
  if (own.includes(found)) return [];
  if (other) return ["The order notes this number for another of its items: this may be the other one."];
  return own.length ? [`The order notes ${own.join(", ")} for this item: the unit that came was not sold with it.`] : [];
}

async function registered(app: App, shop: string, rma: RmaWithLines, line: RmaLine, found: string): Promise<string[]> {
  const db = app.db.prisma, elsewhere = await registrationBySerial(db, shop, found);
  if (elsewhere && elsewhere.lineId !== line.lineId) return [`This number is registered for ${elsewhere.product}${elsewhere.orderName ? `, order ${elsewhere.orderName}` : ""}: the unit belongs to that purchase, and its dates count from there.`];
  const own = (await registrationsOfLine(db, shop, rma.orderId, line.lineId)).flatMap(({ serial }) => serial ?? []);
  return own.length && !own.includes(found) ? [`Registered for this item: ${own.join(", ")}. A longer warranty that came with the registration is that unit's.`] : [];
}

async function seenBefore(app: App, shop: string, rma: RmaWithLines, line: RmaLine, found: string): Promise<string[]> {
  const cases = (await casesWithSerials(app.db.prisma, shop, [found])).filter(({ rmaId, lineId }) => rmaId !== rma.id || lineId !== line.lineId);
  return cases.map(({ number, orderName, lineId }) => (lineId === line.lineId ? `It came back before with ${number}: look what was done then.` : `It was written down with ${number}, order ${orderName}: one number, two purchases.`));
}
