/** A paid repair: staff name the price, the customer accepts it and pays; only then may it be settled. */
import { minorDigits, parseMinor } from "../../policy/money.ts";
import type { Actor, App } from "../app.server.ts";
import { changeLine, lockRma, rmaOf } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";
import type { RmaResult } from "./approveRma.ts";
import { carryOutNow } from "./carryOut.ts";
import { addCharges, repairCharge } from "./charges.ts";
import { asJson, claimIn } from "./storedLine.ts";
import { itemsOf, tellCase } from "./tellCase.ts";

export type RepairQuote = Readonly<{ amount: string; currency: string; accepted: boolean | null }>;
type About = Readonly<{ shop: string; rmaId: string; rmaLineId: string; actor: Actor }>;

const wrong = (field: string, message: string): { refused: readonly { field: string; code: string; message: string }[] } => ({ refused: [{ field, code: "INVALID", message }] });

async function change(app: App, { shop, rmaId, rmaLineId, actor }: About, quoteOf: (now: RepairQuote | null, currency: string) => RepairQuote | string, say: (quote: RepairQuote) => string): Promise<RmaResult> {
  const changed = await app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId), line = rma.lines.find((one) => one.id === rmaLineId);
    if (!line) return wrong("rmaLineId", "The RMA has no such line.");
    const quote = quoteOf(line.quote as RepairQuote | null, claimIn(line).money.currency);
    if (typeof quote === "string") return wrong("quote", quote);
    if (repairCharge(rma, rmaLineId)) return wrong("quote", "The price was accepted, and is charged.");
    await changeLine(tx, line, { quote: asJson(quote) });
    const at = app.now();
    await addEntry(tx, { shop, rmaId, at, by: actor.name, kind: "quote", text: `${line.title}: ${say(quote)}`, data: quote });
    if (quote.accepted === null) await tellCase(app, tx, rma, "quote-to-accept", { about: `${rma.number}/${at.toISOString()}`, item: itemsOf([line]), amount: quote.amount, currency: quote.currency });
    const charges = quote.accepted ? await addCharges(app, tx, rma, [{ kind: "repair", what: `Repair: ${line.title}`, amount: quote.amount, currency: quote.currency, rmaLineId }], actor.name) : [];
    return { charges };
  });
  if ("refused" in changed) return changed;
  for (const charge of changed.charges) await carryOutNow(app, charge);
  return { rma: await rmaOf(app.db.prisma, shop, rmaId) };
}

/** Names the price, decimal text in the order's currency. A new price must be accepted anew. */
export const quoteRepair = (app: App, about: About & Readonly<{ amount: string }>): Promise<RmaResult> =>
  change(app, about, (_now, currency) => (Number.isNaN(parseMinor(about.amount, minorDigits(currency))) ? "is not an amount" : { amount: about.amount, currency, accepted: null }), ({ amount, currency }) => `quoted ${amount} ${currency}`);

/** The customer's answer to the price that stands; an accepted one goes on the order and is invoiced. */
export const answerQuote = (app: App, about: About & Readonly<{ accepted: boolean }>): Promise<RmaResult> =>
  change(app, about, (now) => (now ? { ...now, accepted: about.accepted } : "Nothing was quoted."), ({ amount, currency, accepted }) => `${amount} ${currency} ${accepted ? "accepted" : "not accepted"}`);
