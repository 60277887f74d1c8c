/** One run: a chapter with one fault at one step, then what follows by itself, then what a person does, then the books. */
import { forgetReasons } from "../../app/shopify/returns.ts";
import { resolveUnclear } from "../../app/flows/resolveUnclear.ts";
import { inboxFaults, OPEN_ACTIONS, underWay } from "./books.ts";
import { strikeAt, type FaultKind, type Strike } from "./faults.ts";
import type { Lab } from "./lab.ts";
import { giveBack, makeDue, pump } from "./queue.ts";
import { watched, type Step, type Target } from "./steps.ts";

/** What somebody does, and how they see that it is done. What fails in their face they do again, after a look. */
export type Chapter = Readonly<{ name: string; act: (lab: Lab) => Promise<unknown>; isDone: (lab: Lab) => Promise<boolean>; /** What they do after a failure, where that is not the same again. */ again?: (lab: Lab) => Promise<unknown> }>;
/** `isTold`: who acted was told that it failed. */
export type Acted = Readonly<{ strike: Strike; isTold: boolean }>;
/** How a run ended: `asked` a person had to look or to do it again. `left` is what is still under way. */
export type Ended = Readonly<{ books: string; waited: boolean; asked: boolean; left: readonly string[]; lost: readonly string[]; doubled: readonly string[] }>;

const MINUTE = 60_000, MOST_ROUNDS = 7;
const isRefused = (result: unknown): boolean => typeof result === "object" && result !== null && ("refused" in result || "declined" in result);

/** Acts, and lets webhooks and jobs run, with a fault at one step, or none. */
export async function actWith(lab: Lab, chapter: Chapter, target: Target | null, fault: FaultKind, onKilled?: (step: Step) => void): Promise<Acted> {
  const refuseNext = async (operation: string): Promise<void> => watched(null, async () => void (await fetch(`${lab.site.store}/__faults`, { method: "POST", body: JSON.stringify({ kind: "userError", operation, times: 1, message: "Not now", field: ["input"], code: "INVALID" }) })));
  const beside = { ...lab, worker: lab.rival };
  const strike: Strike = strikeAt(target, fault, { database: lab.database, refuseNext, rival: () => watched(null, () => settleBeside(beside)), ...(onKilled ? { onKilled } : {}) });
  let isTold = false;
  // As in a process that has just begun, so that the steps are the same each time.
  forgetReasons(lab.about.shop);
  await watched(strike, async () => {
    try {
      isTold = isRefused(await chapter.act(lab));
    } catch {
      isTold = true;
    }
    await lab.settle(strike.mishap).catch(() => undefined);
  });
  return { strike, isTold };
}

/** The other worker takes what is due beside the one that is held up. */
async function settleBeside({ site, database, worker }: Lab): Promise<void> {
  await pump(worker, database, site);
}

/** What comes right without anybody: answers that were slow arrive, webhooks come again, jobs are tried again as time goes by. */
export async function recoverAlone(lab: Lab, { late = [] }: Partial<Pick<Strike, "late">> = {}): Promise<void> {
  for (const one of late) await one().catch(() => undefined);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    await giveBack(lab.worker, lab.database);
    await lab.settle();
    if ((await underWay(lab.where)).every((what) => what.endsWith(" unclear"))) return;
    lab.clock.aheadMs += (round < 4 ? 2 : 10) * MINUTE;
    await makeDue(lab.database, { retries: true });
  }
}

/** A person looks at Shopify and says what happened to the actions that are unclear; true where there were any. */
async function clearUp(lab: Lab): Promise<boolean> {
  const unclear = (await lab.database.rows<{ id: string; kind: string; state: string }>(OPEN_ACTIONS)).filter(({ state }) => state === "unclear");
  for (const { id } of unclear) {
    const [paid] = await lab.database.rows<{ sum: string }>(`SELECT coalesce(sum("paidBack"::numeric), 0)::text AS sum FROM "RmaLine"`);
    const orders = (JSON.parse(await lab.books()) as { theirs: { orders: { totalRefundedSet: { presentmentMoney: { amount: string } } }[] } }).theirs.orders;
    const refunded = orders.reduce((n, order) => n + Number(order.totalRefundedSet.presentmentMoney.amount), 0);
    await resolveUnclear(lab.app, { shop: lab.about.shop, actionId: id, actor: { kind: "staff", name: "Desk" }, happened: refunded > Number(paid?.sum ?? 0) + 0.001, reason: "Seen in the admin" });
  }
  return unclear.length > 0;
}

/** Whether somebody sees in the RMA that something was refused or stopped. */
const isShown = async (lab: Lab): Promise<boolean> => (await lab.database.rows(`SELECT 1 FROM "Action" WHERE "state" IN ('refused', 'stopped')`)).length > 0;

/** Ends a run: alone as far as that goes, then with a person who looks, answers and does again what they were told had failed. */
export async function ended(lab: Lab, chapter: Chapter, { isTold, late }: Readonly<{ isTold: boolean; late?: Strike["late"] }>): Promise<Ended> {
  await recoverAlone(lab, late ? { late } : {});
  let waited = await isShown(lab), asked = false;
  for (let round = 0; round < 3; round++) {
    const isUnclear = await clearUp(lab);
    waited ||= isUnclear;
    if (isUnclear) await recoverAlone(lab);
    if (await chapter.isDone(lab)) break;
    if (!isTold && !waited) break;
    asked = true;
    const again = await (chapter.again ?? chapter.act)(lab).catch((error: unknown) => ({ refused: String(error) }));
    if (process.env["SWEEP_TALK"] && isRefused(again)) console.error("again:", JSON.stringify(again));
    await recoverAlone(lab);
  }
  const { lost, doubled } = await inboxFaults(lab.where);
  const left = await underWay(lab.where);
  return { books: await lab.books(), waited, asked, left, lost, doubled };
}
