/** When the merchant must have acted, by the policy's own promises: the earliest that is still to be kept. */
import { offsetAt, parseDay } from "../../policy/dates.ts";
import type { Promise as Promised, RemedyAnswer } from "../../policy/decision.ts";

export type Due = Readonly<{ at: Date; why: string }>;
export type Moments = Readonly<{ requestedAt: string; receivedAt?: string | undefined; inspectedAt?: string | undefined }>;

const MS_PER_HOUR = 3_600_000, MS_PER_DAY = 86_400_000;

/** The end of a civil day in a zone. */
export function endOfDay(day: string, zone: string): Date {
  const utc = parseDay(day) * MS_PER_DAY + MS_PER_DAY - 1000;
  return new Date(utc - offsetAt(utc - offsetAt(utc, zone), zone));
}

function startOf(from: string, moments: Moments): string | undefined {
  if (from === "request") return moments.requestedAt;
  return from.startsWith("received") || from === "receipt_confirmed" ? moments.receivedAt : moments.inspectedAt;
}

function dueOf(promise: Promised, moments: Moments, zone: string): Due | null {
  const why = `${promise.clause}: ${promise.within}`;
  if (promise.due) return { at: endOfDay(promise.due, zone), why };
  const hours = /^(\d+) hours$/.exec(promise.within)?.[1], start = startOf(promise.from, moments);
  return hours !== undefined && start !== undefined ? { at: new Date(Date.parse(start) + Number(hours) * MS_PER_HOUR), why } : null;
}

/** `answering`: the request still waits for its answer; once answered, promises to authorise are kept. */
export function dueDate(answers: readonly RemedyAnswer[], moments: Moments, zone: string, answering: boolean): Due | null {
  const promises = answers.flatMap((answer) => answer.promises ?? (answer.respondWithin ? [answer.respondWithin] : []));
  const open = promises.filter((promise) => (answering ? promise.from === "request" : promise.kind !== "authorization"));
  return open.flatMap((promise) => dueOf(promise, moments, zone) ?? []).sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
