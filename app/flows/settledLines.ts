/** A settlement was carried out: units and money per line, and where the RMA stands by its lines. */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { Tx } from "../db.server.ts";
import type { Action, RmaLine } from "../generated/prisma/client.ts";
import { changeLine, changeRma, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";
import type { Settlement } from "./actionInput.ts";
import type { RmaState } from "./rmaStates.ts";

type Counts = Pick<RmaLine, "quantity" | "received" | "settled" | "inspectedAt" | "remedy">;

/** Where an approved RMA stands by its units. */
export function stateByLines(lines: readonly Counts[]): RmaState {
  if (lines.every((line) => line.settled >= line.quantity)) return "settled";
  const arrived = lines.filter((line) => line.received > line.settled);
  if (arrived.length === 0) return "under_way";
  return arrived.every((line) => line.inspectedAt !== null) ? "inspected" : "received";
}

/** Adds what was settled to the lines and moves the RMA on. */
export async function settleLines({ tx, action, rma, at }: Readonly<{ tx: Tx; action: Pick<Action, "shop">; rma: RmaWithLines; at: Date }>, settlement: Settlement, answer: object): Promise<void> {
  const digits = minorDigits(settlement.currency);
  for (const done of settlement.lines) {
    const line = rma.lines.find((one) => one.id === done.rmaLineId);
    if (!line) continue;
    const paidBack = formatMinor(parseMinor(line.paidBack ?? "0", digits) + parseMinor(done.paidBack, digits), digits);
    await changeLine(tx, line, { settled: line.settled + done.quantity, paidBack, remedy: done.remedy });
  }
  const state = stateByLines((await rmaOf(tx, rma.shop, rma.id)).lines);
  await changeRma(tx, rma, { state, ...(state === "settled" ? { dueAt: null, dueFor: null } : {}) });
  const { paid = "0", restocked = "" } = answer as { paid?: string; restocked?: string };
  const what = settlement.lines.map((line) => `${line.quantity} × ${line.remedy.replaceAll("_", " ")}`).join(", ");
  const money = parseMinor(paid, digits) > 0 ? `, ${paid} ${settlement.currency} paid back` : parseMinor(paid, digits) < 0 ? `, ${paid.slice(1)} ${settlement.currency} to be paid by the customer` : "";
  await addEntry(tx, { shop: action.shop, rmaId: rma.id, at, by: settlement.by, kind: "settled", text: `Settled: ${what}${money}${restocked ? `; ${restocked}` : ""}.`, data: { ...settlement, answer } });
}
