/**
 * A unit is registered for a longer warranty, by its customer or by staff, within the days the policy gives. One registration
 * per unit; a serial number stands for one unit of the shop. Coverage is worked out again afterwards.
 */
import { dayIn, formatDay, parseDay } from "../../policy/dates.ts";
import { readClaim, type Claim } from "../../policy/claim.ts";
import { registrationTerms, type RegistrationTerms } from "../../policy/registration.ts";
import type { Actor, App } from "../app.server.ts";
import type { Registration } from "../generated/prisma/client.ts";
import { serialOf } from "../serial.ts";
import { claimOf } from "../shopify/claim.ts";
import type { LineRead } from "../shopify/order.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { addRegistration, registrationBySerial, registrationsOfLine } from "../store/registrations.ts";
import { findBySerial } from "./findBySerial.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";
import { refreshCoverage } from "./refreshCoverage.ts";
import { ShopifyAway } from "../shopify/admin.ts";

/** A unit of an order line, or by its serial number alone. Ids are gids. */
export type UnitNamed = Readonly<{ orderId: string; lineId: string; serial?: string }> | Readonly<{ orderId: string; /** SKU or title; empty for an order's only line. */ item: string; serial?: string }> | Readonly<{ serial: string }>;
export type RegisterProduct = Readonly<{
  shop: string; actor: Actor; unit: UnitNamed;
  /** The customer who asks; an order of somebody else is not found. */ customerId?: string;
  /** Staff and imports: the civil day on which it was registered elsewhere. */ on?: string;
  /** `import` leaves coverage to its job. */ source?: "customer" | "staff" | "import";
}>;
/** Who has the number already; only staff see it. */
export type Holder = Readonly<Pick<Registration, "id" | "orderId" | "orderName" | "customerId" | "product"> & { registeredOn: string }>;
export type RegisterRefused = Readonly<{ refused: readonly (Refusal & Readonly<{ code: RefusedCode }>)[]; clauses: RegistrationTerms["clauses"]; holder?: Holder }>;
export type RefusedCode = "INVALID" | "TOO_LATE" | "NOT_REGISTRABLE" | "ALL_REGISTERED" | "SERIAL_TAKEN" | "NOT_FOUND_BY_SERIAL";
export type RegisterResult = Readonly<{ registration: Registration; isNew: boolean }> | RegisterRefused | NotFound;

const refuse = (field: string, code: RefusedCode, message: string, clauses: RegistrationTerms["clauses"] = []): RegisterRefused => ({ refused: [{ field, code, message }], clauses });

/** Longest serial number that is kept. */
const LONGEST = 64;
const COVER_AFTER_SECONDS = 20;

export async function registerProduct(app: App, about: RegisterProduct): Promise<RegisterResult> {
  const found = await judged(app, about);
  return "on" in found ? write(app, about, found, found.on) : found;
}

/** What registering would do, without doing it. */
export async function checkRegistration(app: App, about: RegisterProduct): Promise<RegisterResult | Readonly<{ orderId: string; lineId: string; product: string; on: string }>> {
  const found = await judged(app, about);
  if (!("on" in found)) return found;
  const { inHand: { order }, line } = found, used = await registrationsOfLine(app.db.prisma, about.shop, order.id, line.id);
  return used.length < unitsOf(line) ? { orderId: order.id, lineId: line.id, product: line.title, on: found.on } : allRegistered(line);
}

type InHand = Readonly<{ inHand: OrderInHand; line: LineRead; serial: string | null }>;

/** The unit with its order, once nothing speaks against registering it. */
async function judged(app: App, about: RegisterProduct): Promise<RegisterResult | (InHand & Readonly<{ on: string }>)> {
  const { shop, unit, customerId, actor } = about, serial = unit.serial === undefined ? null : serialOf(unit.serial) || null;
  if (serial !== null && serial.length > LONGEST) return refuse("serial", "INVALID", `A serial number has at most ${LONGEST} characters.`);
  if (about.on !== undefined && Number.isNaN(parseDay(about.on))) return refuse("on", "INVALID", "This is not an existing date (YYYY-MM-DD).");
  const place = "orderId" in unit ? unit : serial === null ? null : await findBySerial(app, { shop, serial, ...(customerId === undefined ? {} : { customerId }) });
  if (place === null) return refuse("serial", "NOT_FOUND_BY_SERIAL", actor.kind === "customer" ? "None of your orders has this serial number. Register the item from its order." : "No order is known to have this serial number. Choose the order and its line.");
  const inHand = await orderInHand(app, shop, place.orderId);
  if ("notFound" in inHand) return inHand;
  if (actor.kind === "customer" && inHand.order.customer?.id !== customerId) return { notFound: "order" };
  const lines = inHand.order.lineItems.nodes, line = "lineId" in place ? lines.find(({ id }) => id === place.lineId) : lineCalled(lines, place.item);
  return line ? judgedLine(app, about, { inHand, line, serial }) : { notFound: "line" };
}

/** The line of an item's SKU or title; an order's only line needs neither. */
function lineCalled(lines: readonly LineRead[], item: string): LineRead | undefined {
  const name = item.trim().toLowerCase();
  if (name === "") return lines.length === 1 ? lines[0] : undefined;
  return lines.find(({ sku }) => sku?.toLowerCase() === name) ?? lines.find(({ title }) => title.toLowerCase() === name);
}

async function judgedLine(app: App, about: RegisterProduct, found: InHand): Promise<RegisterResult | (InHand & Readonly<{ on: string }>)> {
  const { shop, actor } = about, { inHand, line, serial } = found, { order, row } = inHand, today = formatDay(dayIn(app.now().toISOString(), order.shippingAddress?.timeZone ?? row.zone));
  const taken = serial === null ? null : await registrationBySerial(app.db.prisma, shop, serial);
  if (taken) return taken.lineId === line.id ? { registration: taken, isNew: false } : serialTaken(taken, actor);
  const on = about.on ?? today;
  if (on > today) return refuse("on", "INVALID", "This day is still to come.");
  const terms = termsOf(inHand, line, about.on ?? app.now().toISOString());
  if (terms === null) return refuse("", "NOT_REGISTRABLE", "What is known of this order does not make a claim that the policy can answer.");
  if (terms.state === "none") return refuse("", "NOT_REGISTRABLE", "This item has no longer warranty to register for.", terms.clauses);
  if (terms.state === "over") return refuse("on", "TOO_LATE", `The time to register ended${terms.until ? ` on ${terms.until}` : ""}.`, terms.clauses);
  return { ...found, on };
}

/** What the policy says of registering a unit of a line at a moment; null where the order's facts make no claim. */
export function termsOf({ order, facts, policy }: OrderInHand, line: LineRead, at: string): RegistrationTerms | null {
  const { claim } = claimOf(order, line, facts, { request: { reason: "defective" }, quantity: 1, originalBuyer: true }, at);
  const read: { claim: Claim } | { errors: unknown } = readClaim(claim);
  return "claim" in read ? registrationTerms(policy.inForce, read.claim) : null;
}

export function serialTaken(taken: Registration, actor: Actor): RegisterRefused {
  const { id, orderId, orderName, customerId, product, registeredOn } = taken, holder = { id, orderId, orderName, customerId, product, registeredOn: registeredOn.toISOString().slice(0, 10) };
  if (actor.kind === "customer") return refuse("serial", "SERIAL_TAKEN", "This serial number is registered already. Check it on the item, or write to us.");
  return { ...refuse("serial", "SERIAL_TAKEN", `This serial number is registered already${orderName ? ` for ${orderName}` : ""} (${product}, ${holder.registeredOn}).`), holder };
}

/** Units of the line that can have a registration: those that were not taken off the order. */
const unitsOf = (line: LineRead): number => Math.max(line.currentQuantity, 0);

const allRegistered = (line: LineRead): RegisterRefused => refuse("", "ALL_REGISTERED", line.quantity === 1 ? "This item is registered already." : "All units of this line are registered already.");

/** Takes the line's lowest free unit; of two at once for the same unit the second takes the next. */
async function write(app: App, about: RegisterProduct, { inHand: { order }, line, serial }: InHand, on: string): Promise<RegisterResult> {
  const { shop, actor, source = actor.kind === "customer" ? "customer" : "staff" } = about;
  for (let attempt = 0; attempt < line.quantity + 2; attempt++) {
    const used = new Set((await registrationsOfLine(app.db.prisma, shop, order.id, line.id)).map(({ unit }) => unit));
    const unit = Array.from({ length: unitsOf(line) }, (_, i) => i + 1).find((n) => !used.has(n));
    if (unit === undefined || used.size >= unitsOf(line)) return allRegistered(line);
    const registration = await app.db.prisma.$transaction(async (tx) => {
      const made = await addRegistration(tx, { shop, orderId: order.id, orderName: order.name, lineId: line.id, unit, customerId: order.customer?.id ?? null, serial, product: line.title, registeredOn: new Date(`${on}T00:00:00Z`), source, by: actor.name });
      if (made) await app.jobs.send("cover", { shop, orderId: order.id }, { tx, afterSeconds: COVER_AFTER_SECONDS });
      return made;
    });
    if (registration) {
      if (source !== "import") await refreshCoverage(app, { shop, orderId: order.id }).catch(leaveToJob);
      return { registration, isNew: true };
    }
    const taken = serial === null ? null : await registrationBySerial(app.db.prisma, shop, serial);
    if (taken) return taken.lineId === line.id ? { registration: taken, isNew: false } : serialTaken(taken, actor);
  }
  throw new Error(`no unit of ${line.id} could be registered`);
}

/** Shopify is away: the registration stands, and its job brings the coverage up to date. */
function leaveToJob(error: unknown): void {
  if (!(error instanceof ShopifyAway)) throw error;
}
