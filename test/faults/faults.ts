/** The faults, and how each strikes at one step of a watched piece of work. */
import type { Database } from "./database.ts";
import { targets, type Step, type Target, type Watch } from "./steps.ts";

export const faultKinds = ["killed", "databaseRestart", "answerLost", "cutOff", "slow", "429", "5xx", "userError", "duplicate", "reordered", "twoWorkers"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Webhooks and jobs are handed over by the sweep itself: `twice` and `late` tell it how (queue.ts). */
export type Strike = Watch & { steps: Step[]; late: (() => Promise<unknown>)[]; hasStruck: boolean; /** What happens to the hand-over that was just begun. */ mishap: () => FaultKind | null };
/** What a fault needs of what it strikes. `rival` is another worker that goes on beside the one that is held up. */
export type Struck = Readonly<{ database: Database; refuseNext: (operation: string) => Promise<void>; rival: () => Promise<void>; onKilled?: (step: Step) => void }>;

const away = (): TypeError => new TypeError("fetch failed");
const never = new Promise<never>(() => {});
/** So long the one that is held up waits for its rival, who may be waiting for it. */
const RIVAL_MS = 40;

/** Which faults make sense at a step. A statement that only reads, or whose transaction is still open, leaves nothing behind that an answer could be lost of. */
export function faultsAt({ kind, isInside, writes, what }: Step, databaseKind: Database["kind"]): FaultKind[] {
  if (kind === "webhook" || kind === "job") return ["duplicate", "reordered", "twoWorkers"];
  if (kind === "shopify") return ["killed", "twoWorkers", "answerLost", "cutOff", "slow", "429", "5xx", ...(what.startsWith("mutation") ? (["userError"] as const) : [])];
  // PGlite has one connection: whoever comes while a transaction is open waits until it ends.
  const beside = databaseKind === "postgres" || !isInside ? (["twoWorkers"] as const) : [];
  return ["killed", ...beside, "databaseRestart", ...(databaseKind === "postgres" && !isInside && writes ? (["answerLost"] as const) : [])];
}

async function strikeBefore(fault: FaultKind, step: Step, strike: Strike, struck: Struck, request?: () => Promise<Response>): Promise<Response | void> {
  switch (fault) {
    case "killed":
      struck.onKilled?.(step);
      return never;
    case "databaseRestart": return struck.database.restart();
    case "cutOff": throw away();
    case "slow":
      if (request) strike.late.push(request);
      throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
    case "429": return new Response("{}", { status: 429, headers: { "retry-after": "30" } });
    case "5xx": return new Response("<html></html>", { status: 502 });
    case "userError": return struck.refuseNext(step.what.replace("mutation ", ""));
    case "twoWorkers": {
      const done = struck.rival();
      strike.late.push(() => done);
      return void (await Promise.race([done.catch(() => undefined), new Promise((wait) => setTimeout(wait, RIVAL_MS))]));
    }
    default: return;
  }
}

/**
 * Steps before which a kill leaves something else behind than before the step in front of them: after a write that others can see.
 * All others leave what one of these leaves, since the database takes an open transaction back. That it does so with the process that
 * held it is looked at too, at the last COMMIT.
 */
export const isKillEdge = (steps: readonly Step[], step: Step): boolean => {
  const before = steps[step.n - 2], isCommit = ({ n, isInside }: Step): boolean => !isInside && steps[n - 2]?.isInside === true;
  return before === undefined || (!before.isInside && before.writes) || (isCommit(step) && !steps.slice(step.n).some(isCommit));
};

/** Watches work and strikes once, at `target` with `fault`; without a target it only writes the steps down. */
export function strikeAt(target: Target | null, fault: FaultKind, struck: Struck): Strike {
  const name = targets();
  let now = 0;
  const strike: Strike = {
    n: 0, steps: [], late: [], hasStruck: false,
    mishap: () => (strike.hasStruck && strike.steps.at(-1)?.n === now ? fault : null),
    before: async (step, request) => {
      strike.steps.push(step);
      const { what, nth } = name(step);
      // A killed process does nothing more, not even when one of its own timers goes off before the signal comes.
      if (strike.hasStruck && fault === "killed") return never;
      if (what !== target?.what || nth !== target.nth) return;
      strike.hasStruck = true;
      now = step.n;
      return fault === "answerLost" ? undefined : strikeBefore(fault, step, strike, struck, request);
    },
    after: async (step) => {
      if (step.n !== now || fault !== "answerLost") return;
      if (step.kind === "shopify") throw away();
      await struck.database.restart();
      throw new Error("Connection terminated unexpectedly");
    },
  };
  return strike;
}
