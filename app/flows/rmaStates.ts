/** The states of an RMA and the moves between them: the one table. */
import type { Refusal } from "../shopify/refusals.ts";

export const rmaStates = ["requested", "approved", "declined", "cancelled", "under_way", "received", "inspected", "settling", "settled", "closed"] as const;
export type RmaState = (typeof rmaStates)[number];

/** Only goods that never left go from `approved` to `settling`. `settling` goes back to `inspected` when Shopify refuses or the amounts differ, and to `under_way` while units are still to come. */
const moves: Readonly<Record<RmaState, readonly RmaState[]>> = {
  requested: ["approved", "declined", "cancelled"],
  approved: ["under_way", "received", "cancelled", "settling"],
  under_way: ["received", "cancelled", "closed"],
  received: ["received", "inspected"],
  inspected: ["received", "settling"],
  settling: ["settled", "inspected", "under_way"],
  settled: ["closed"],
  declined: ["requested"],
  cancelled: ["requested"],
  closed: ["under_way", "received", "inspected", "settled"],
};

export const mayMove = (from: string, to: RmaState): boolean => (moves as Readonly<Record<string, readonly RmaState[]>>)[from]?.includes(to) ?? false;

/** Whether somebody may move it so by what they do with the goods: not while money is on its way, and not in what is closed; those moves are the settlement's end and opening again. */
export const mayAct = (from: string, to: RmaState): boolean => from !== "settling" && from !== "closed" && mayMove(from, to);

/** What is said to somebody who asks for a move that is not legal. */
export const wrongState = (is: string, wanted: string): { refused: readonly Refusal[] } => ({
  refused: [{ field: "state", code: "INVALID_STATE", message: `The RMA is ${is.replace("_", " ")}; it cannot be ${wanted} now.` }],
});
