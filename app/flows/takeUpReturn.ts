/**
 * A return that somebody opened in Shopify's own admin is taken up as an RMA as it stands there: approved, with what was
 * processed of it, and held against the policy, so that staff see where the two differ before money moves.
 */
import { randomUUID } from "node:crypto";
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { AskedReturn, ReturnAt } from "../shopify/returns.ts";
import { changeLine, changeRma, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";
import { addDoneAction } from "../store/actions.ts";
import type { InputOf } from "./actionInput.ts";
import { feesAtShopify } from "./feesAtShopify.ts";
import { openRma, type DecidedLine } from "./openRma.ts";
import type { OrderInHand } from "./orderInHand.ts";
import { stateByLines } from "./settledLines.ts";

/** A return as Shopify has it, with what it says of each line. */
export type ReturnHeld = ReturnAt & AskedReturn;

const said = (text: string): string => text.replaceAll("_", " ");

/** What Shopify's return holds is kept as if we had made it so: the settlement knows by it whether the fees are right. */
async function keepHeld(app: App, tx: Tx, rma: RmaWithLines, ret: ReturnHeld, currency: string): Promise<void> {
  const input: InputOf<"create"> = {
    kind: "create", orderId: ret.orderId, mark: "", by: "Shopify",
    input: {
      orderId: ret.orderId, ...(ret.shippingFee === null ? {} : { returnShippingFee: { amount: { amount: ret.shippingFee, currencyCode: currency as never } } }),
      returnLineItems: ret.lines.map((line) => ({ fulfillmentLineItemId: line.fulfillmentLineId, quantity: line.quantity, ...(line.restockingPercent === null ? {} : { restockingFee: { percentage: line.restockingPercent } }) })),
    },
  };
  await addDoneAction(tx, { id: randomUUID(), shop: rma.shop, rmaId: rma.id, kind: "create", key: `${rma.number}/held/${ret.id}`, input, at: app.now() });
}

/** Where Shopify's return and the policy differ, in sentences; empty where they agree. */
export function differencesFrom(ret: ReturnHeld, lines: readonly DecidedLine[]): readonly string[] {
  const fees = feesAtShopify(lines), currency = lines[0]?.claim.money.currency ?? "USD", digits = minorDigits(currency);
  const ofLines = lines.flatMap((line, i): string[] => {
    const percent = fees.percents[i] ?? null, held = ret.lines.find(({ id }) => id === line.returnLineId)?.restockingPercent ?? null;
    if (line.decision.outcome === "declined") return [`${line.title}: the policy declines this (${line.decision.declined[0]?.because.join(", ") ?? ""}).`];
    if (!line.answer) return [`${line.title}: the policy leaves this to a person.`];
    return [
      ...(line.answer.status === "open" ? [] : [`${line.title}: ${said(line.answer.remedy)} is not open yet (${said(line.answer.status)}).`]),
      ...(percent === held ? [] : [`${line.title}: the return holds a restocking fee of ${held ?? 0} %, the policy takes ${percent ?? 0} %.`]),
    ];
  });
  const [ours, theirs] = [fees.shippingFee, ret.shippingFee].map((text) => parseMinor(Number(text ?? 0).toFixed(digits), digits)) as [number, number];
  return ours === theirs ? ofLines : [...ofLines, `The return holds a shipping fee of ${formatMinor(theirs, digits)} ${currency}, the policy takes ${formatMinor(ours, digits)} ${currency}.`];
}

/** Opens the RMA in the caller's transaction. `ret` is OPEN at Shopify. */
export async function takeUpReturn(app: App, tx: Tx, about: Readonly<{ shop: string; actor: Actor; inHand: OrderInHand; ret: ReturnHeld; lines: readonly DecidedLine[] }>): Promise<RmaWithLines> {
  const { shop, actor, inHand, ret, lines } = about, at = app.now();
  const rma = await openRma(app, tx, { shop, actor, inHand, lines, returnId: ret.id });
  for (const line of rma.lines) {
    const processed = ret.lines.find(({ id }) => id === line.returnLineId)?.processed ?? 0;
    if (processed > 0) await changeLine(tx, line, { received: processed, settled: processed });
  }
  const now = await rmaOf(tx, shop, rma.id), isUntouched = now.lines.every((line) => line.settled === 0);
  await changeRma(tx, rma, { state: isUntouched ? "approved" : stateByLines(now.lines), dueAt: null, dueFor: null, shipBackBy: new Date(at.getTime() + inHand.row.settings.shipBackDays * 86_400_000) });
  await keepHeld(app, tx, rma, ret, inHand.order.presentmentCurrencyCode);
  const differences = differencesFrom(ret, lines);
  await addEntry(tx, { shop, rmaId: rma.id, at, by: actor.name, kind: "opened_in_shopify", text: [`Return ${ret.name} was opened in Shopify.`, ...(differences.length ? differences : ["The policy says the same."])].join(" "), data: { differences } });
  return rmaOf(tx, shop, rma.id);
}
