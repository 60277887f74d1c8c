/**
 * The outbox: an intended change at Shopify, stored with the decision that causes it. States: planned, sending (leased
 * by one worker), done, refused (Shopify said no), stopped (our amount is not Shopify's), unclear (a person must look).
 */
import { randomUUID } from "node:crypto";
import type { Tx } from "../db.server.ts";
import type { Action, Prisma } from "../generated/prisma/client.ts";

export type ActionState = "planned" | "sending" | "done" | "refused" | "stopped" | "unclear";
export type NewAction = Readonly<{ shop: string; rmaId: string; kind: string; key: string; input: object; at: Date }>;

/** A worker that was killed loses its lease after this time; longer than the longest call to Shopify with its retries. */
const LEASE_MS = 120_000;

/** Plans an action once: with a key that is there already the first one is returned, whatever its state. */
export async function planAction(tx: Tx, { shop, rmaId, kind, key, input, at }: NewAction): Promise<Readonly<{ action: Action; isNew: boolean }>> {
  const id = randomUUID();
  await tx.action.createMany({ data: [{ id, shop, rmaId, kind, key, input: input as Prisma.InputJsonObject, plannedAt: at }], skipDuplicates: true });
  const action = await tx.action.findUniqueOrThrow({ where: { shop_key: { shop, key } } });
  return { action, isNew: action.id === id };
}

/** How many actions of a key have ended, those planned anew after them included. */
export const countEnded = (tx: Tx, shop: string, key: string): Promise<number> =>
  tx.action.count({ where: { shop, OR: [{ key }, { key: { startsWith: `${key}/` } }], state: { in: ["done", "refused", "stopped"] } } });

/** An action that was done elsewhere, kept so that what follows knows it. */
export async function addDoneAction(tx: Tx, { id, shop, rmaId, kind, key, input, at }: NewAction & Readonly<{ id: string }>): Promise<void> {
  await tx.action.createMany({ data: [{ id, shop, rmaId, kind, key, input: input as Prisma.InputJsonObject, state: "done", plannedAt: at, doneAt: at }], skipDuplicates: true });
}

/** Takes an action for one worker; null where another has it or it is over. One statement, so of two workers one gets it. */
export async function leaseAction(tx: Tx, shop: string, id: string, now: Date): Promise<Readonly<{ action: Action; sentBefore: boolean }> | null> {
  const before = await tx.action.findFirst({ where: { shop, id } });
  const { count } = await tx.action.updateMany({
    where: { shop, id, attempts: before?.attempts ?? -1, OR: [{ state: "planned" }, { state: "sending", sentAt: { lt: new Date(now.getTime() - LEASE_MS) } }] },
    data: { state: "sending", sentAt: now, attempts: { increment: 1 } },
  });
  return before && count === 1 ? { action: { ...before, state: "sending", sentAt: now, attempts: before.attempts + 1 }, sentBefore: before.attempts > 0 } : null;
}

/** Ends an action or puts it back, but only by the worker that holds it. False where the lease was lost. */
export async function endAction(tx: Tx, action: Action, state: ActionState, data: Prisma.ActionUncheckedUpdateManyInput = {}): Promise<boolean> {
  const { count } = await tx.action.updateMany({ where: { shop: action.shop, id: action.id, state: "sending", attempts: action.attempts }, data: { state, ...data } });
  return count === 1;
}

export const actionOf = (tx: Tx, shop: string, id: string): Promise<Action> => tx.action.findFirstOrThrow({ where: { shop, id } });

/** An RMA's actions in the order they were planned. */
export const actionsOf = (tx: Tx, shop: string, rmaId: string): Promise<Action[]> => tx.action.findMany({ where: { shop, rmaId }, orderBy: [{ plannedAt: "asc" }, { id: "asc" }] });

/** Keeps part of an answer while the work goes on, so that a retry knows it. */
export async function noteAnswer(tx: Tx, action: Action, answer: object): Promise<void> {
  await tx.action.updateMany({ where: { shop: action.shop, id: action.id }, data: { answer: answer as Prisma.InputJsonObject } });
}

/** Takes an unclear action for the person who has looked; null where somebody else was first. */
export async function reviveAction(tx: Tx, action: Action, now: Date): Promise<Action | null> {
  const data = { state: "sending", sentAt: now, attempts: action.attempts + 1 };
  const { count } = await tx.action.updateMany({ where: { shop: action.shop, id: action.id, state: "unclear", attempts: action.attempts }, data });
  return count === 1 ? { ...action, ...data } : null;
}
