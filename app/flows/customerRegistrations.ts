/** A customer's products with their cover: what is covered of their orders, what was registered; and registering one more. */
import { dayIn as civilDay, formatDay } from "../../policy/dates.ts";
import type { RegisteredProduct, Registrations } from "../api.ts";
import type { Actor, App } from "../app.server.ts";
import type { Coverage, Registration } from "../generated/prisma/client.ts";
import { coverageOfCustomer } from "../store/coverage.ts";
import { registrationsOfCustomer } from "../store/registrations.ts";
import { shopOf } from "../store/shops.ts";
import type { AccountWords } from "../words/account.ts";
import { dateIn, fill } from "../words/inWords.ts";
import { readTitles } from "../shopify/lineTitles.ts";
import type { NotFound } from "./orderInHand.ts";
import { registerProduct, type RegisterRefused, type UnitNamed } from "./registerProduct.ts";

const MOST_ORDERS = 25;

type About = Readonly<{ shop: string; customerId: string; words: AccountWords }>;

function productOf(words: AccountWords, row: Coverage | undefined, registration: Registration | undefined, title: string, today: string): RegisteredProduct {
  const cover = dateIn(words, row?.warrantyUntil ?? null), register = dateIn(words, row?.registerUntil ?? null), r = words.registrations;
  const isCovered = cover !== null && cover.on >= today, mayRegisterUntil = !registration && register !== null && register.on >= today ? register : null, registeredOn = dateIn(words, registration?.registeredOn ?? null);
  const said = [registeredOn && fill(r.registered, { day: registeredOn.text }), cover && isCovered ? fill(r.coverUntil, { day: cover.text }) : r.noCover, mayRegisterUntil && fill(r.mayRegister, { day: mayRegisterUntil.text })];
  return {
    registrationId: registration?.id ?? null, orderId: row?.orderId ?? registration?.orderId ?? null, orderName: row?.orderName ?? registration?.orderName ?? null, lineId: row?.lineId ?? registration?.lineId ?? null, title, serial: registration?.serial ?? null,
    registeredOn, warrantyUntil: isCovered ? cover : null, mayRegisterUntil, mayClaim: isCovered, text: said.filter(Boolean).join(" · "),
  };
}

/** The lines of the newest 25 orders that are covered or can be registered, and every registration. One query for the titles. */
export async function showRegistrations(app: App, { shop, customerId, words }: About): Promise<Registrations> {
  const db = app.db.prisma, { zone } = await shopOf(db, shop), today = formatDay(civilDay(app.now().toISOString(), zone));
  const registrations = await registrationsOfCustomer(db, shop, customerId), all = await coverageOfCustomer(db, shop, customerId), recent = new Set([...new Set(all.map(({ orderId }) => orderId))].slice(0, MOST_ORDERS));
  const isOpen = (date: Date | null): boolean => date !== null && date.toISOString().slice(0, 10) >= today;
  const lines = all.filter((row) => recent.has(row.orderId) && (isOpen(row.warrantyUntil) || isOpen(row.registerUntil)) && !registrations.some(({ lineId }) => lineId === row.lineId));
  const titles = await readTitles(app.adminFor(shop), lines.map(({ lineId }) => lineId));
  const registered = registrations.map((registration) => productOf(words, all.find(({ lineId }) => lineId === registration.lineId), registration, registration.product, today));
  return { products: [...registered, ...lines.map((row) => productOf(words, row, undefined, titles.get(row.lineId) ?? row.orderName, today))] };
}

type Refused = Readonly<{ wrong: readonly Readonly<{ field: string; message: string }>[] }> | Readonly<{ refused: RegisterRefused["refused"]; decline: string }>;

/** Registers a unit; the answer is the whole list anew. Words are the customer's. */
export async function registerOwn(app: App, about: About & Readonly<{ actor: Actor; unit: UnitNamed }>): Promise<Registrations | Refused | NotFound> {
  const { shop, customerId, words, actor, unit } = about, result = await registerProduct(app, { shop, customerId, actor, unit });
  if ("notFound" in result) return result;
  if (!("refused" in result)) return showRegistrations(app, about);
  const [first] = result.refused, a = words.attention;
  switch (first?.code) {
    case "TOO_LATE": return { refused: result.refused, decline: a.tooLateToRegister };
    case "NOT_REGISTRABLE": return { refused: result.refused, decline: a.notRegistrable };
    case "ALL_REGISTERED": return { refused: [{ ...first, code: first.code }], decline: a.allRegistered };
    case "SERIAL_TAKEN": return { refused: result.refused, decline: a.serialTaken };
    case "NOT_FOUND_BY_SERIAL": return { wrong: [{ field: "serial", message: a.needsOrder }] };
    default: return { wrong: [{ field: first?.field ?? "", message: first?.message ?? "" }] };
  }
}
