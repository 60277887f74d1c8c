/** One RMA as its screen shows it: each line with its decision told, the timeline, and what may be done now. */
import type { RemedyAnswer } from "../../policy/decision.ts";
import type { App } from "../app.server.ts";
import type { TimelineEntry } from "../generated/prisma/client.ts";
import { actionsOf } from "../store/actions.ts";
import { policyNamed } from "../store/policyVersions.ts";
import { rmaOf } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { entriesOf } from "../store/timeline.ts";
import { isRestockable } from "./dispositions.ts";
import { chargesIn, type Charge } from "./charges.ts";
import type { RepairQuote } from "./repairQuote.ts";
import { claimIn, decisionIn, promisedIn } from "./storedLine.ts";
import { tellDecision, type ToldDecision } from "./tellDecision.ts";
import type { StatementRow } from "./actionInput.ts";

/** A photo of a line; `isChecked`: what is in it is what its type says. */
export type ShownPhoto = Readonly<{ name: string; ref: string; by: string; isChecked: boolean }>;
export type ShownRmaLine = Readonly<{
  id: string; title: string; quantity: number; received: number; settled: number; remedy: string | null; promised: Readonly<{ remedy: string; status: RemedyAnswer["status"]; amount: string | null }> | null;
  finding: string | null; findingNote: string | null; serial: string | null; /** What does not fit about the number found. */ serialWarnings: readonly string[]; override: string | null; isInspected: boolean; /** In order, so that it usually goes back in stock. */ isRestockable: boolean; quote: RepairQuote | null; currency: string; photos: readonly ShownPhoto[]; told: ToldDecision;
}>;
/** Money that was stopped: both sides, line by line, in the order's currency. */
export type Stopped = Readonly<{ rows: readonly StatementRow[]; ours: string; shopify: string; currency: string }>;
export type ShownRma = Readonly<{
  id: string; number: string; state: string; orderId: string; orderName: string; openedAt: string; openedBy: string; dueAt: string | null; dueFor: string | null; shipBackBy: string | null; zone: string;
  lines: readonly ShownRmaLine[]; entries: readonly Readonly<{ id: string; at: string; by: string; kind: string; text: string }>[]; stopped: Stopped | null; unclear: string | null; charges: readonly Charge[];
}>;

const photosIn = (line: Readonly<{ photos: unknown }>): ShownPhoto[] => (line.photos as { name: string; ref: string; by?: string; checked?: boolean }[]).map(({ name, ref, by = "customer", checked = false }) => ({ name, ref, by, isChecked: checked }));

/** What was said of the number that stands now. */
function warningsOf({ id, serial }: Readonly<{ id: string; serial: string | null }>, entries: readonly TimelineEntry[]): readonly string[] {
  const said = entries.filter(({ kind }) => kind === "serial").map(({ data }) => data as { rmaLineId?: string; serial?: string; warnings?: string[] }).findLast(({ rmaLineId }) => rmaLineId === id);
  return said?.serial === serial ? (said.warnings ?? []) : [];
}

/** Throws where the shop has no such RMA. Nothing is asked of Shopify. */
export async function showRma(app: App, { shop, rmaId }: Readonly<{ shop: string; rmaId: string }>): Promise<ShownRma> {
  const db = app.db.prisma, rma = await rmaOf(db, shop, rmaId);
  const [{ inForce }, { zone }, entries, actions] = [await policyNamed(db, shop, rma.policyVersion), await shopOf(db, shop), await entriesOf(db, shop, rmaId), await actionsOf(db, shop, rmaId)];
  const unclear = actions.findLast(({ state }) => state === "unclear"), last = unclear ?? actions.findLast(({ kind }) => !["charge", "invoice", "dispose", "cancelOrder"].includes(kind)), answer = last?.answer as (Stopped & { unclear?: string }) | null;
  return {
    id: rma.id, number: rma.number, state: rma.state, orderId: rma.orderId, orderName: rma.orderName, openedAt: rma.openedAt.toISOString(), openedBy: rma.openedBy, zone,
    dueAt: rma.dueAt?.toISOString() ?? null, dueFor: rma.dueFor, shipBackBy: rma.shipBackBy?.toISOString().slice(0, 10) ?? null,
    lines: rma.lines.map((line): ShownRmaLine => {
      const promised = promisedIn(line);
      return {
        id: line.id, title: line.title, quantity: line.quantity, received: line.received, settled: line.settled, remedy: line.remedy, finding: line.finding, findingNote: line.findingNote, serial: line.serial, serialWarnings: warningsOf(line, entries), override: line.override, isInspected: line.inspectedAt !== null, isRestockable: isRestockable(line), quote: line.quote as unknown as RepairQuote | null, currency: claimIn(line).money.currency, photos: photosIn(line),
        promised: promised && { remedy: promised.remedy, status: promised.status, amount: promised.refund ? `${promised.refund.amount} ${promised.refund.currency}` : null }, told: tellDecision(decisionIn(line), inForce, claimIn(line)),
      };
    }),
    entries: entries.map(({ id, at, by, kind, text }) => ({ id: String(id), at: at.toISOString(), by, kind, text })),
    stopped: last?.state === "stopped" && answer ? { rows: answer.rows, ours: answer.ours, shopify: answer.shopify, currency: answer.currency } : null,
    unclear: last?.state === "unclear" ? (answer?.unclear ?? "") : null, charges: chargesIn(rma),
  };
}
