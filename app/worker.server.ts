/** Works the queues; what a handler throws is tried again with backoff, and after the last try a person sees it. */
import type { App } from "./app.server.ts";
import { carryOut } from "./flows/carryOut.ts";
import { decideReturn } from "./flows/decideReturn.ts";
import { handleEvents } from "./flows/handleEvents.ts";
import { handleInbox } from "./flows/handleInbox.ts";
import { importOrders } from "./flows/importOrders.ts";
import { stepImport } from "./flows/importRegistrations.ts";
import { sendNotice } from "./flows/tellFlow.ts";
import { reconcileDue, reconcileOrders } from "./flows/reconcileOrders.ts";
import { remindAll, remindDue } from "./flows/remindDue.ts";
import { refreshCoverage } from "./flows/refreshCoverage.ts";
import { tendFiles } from "./flows/tendFiles.ts";

/** At minute 13: not with everybody else's on the hour. */
const EVERY_HOUR = "13 * * * *", EVERY_QUARTER = "4,19,34,49 * * * *", BULK_WAIT_SECONDS = 3;

/** The turn of a shop with more than a hundred events in a minute: one worker is for those alone, so that they are not put off for ever either. */
const FLOOD = -2;

/** Starts working in this process. A deployment may run it apart from the screens (RUN_JOBS). */
export async function startWorker(app: App): Promise<void> {
  await app.jobs.work("import", async ({ shop }) => {
    const step = await importOrders(app, { shop });
    if (step === "more") await app.jobs.send("import", { shop });
    if (step === "waiting") await app.jobs.send("import", { shop }, { afterSeconds: BULK_WAIT_SECONDS });
  }, { batch: 1 });
  await app.jobs.work("reconcile", async (data) => void (await reconcileOrders(app, data)), { batch: 1 });
  await app.jobs.work("reconcileAll", async () => void (await reconcileDue(app)));
  await app.jobs.schedule("reconcileAll", EVERY_HOUR, {});
  await app.jobs.work("action", async (data) => {
    const { state } = await carryOut(app, data);
    // Whoever has it may have been killed: the job comes again until the lease is over.
    if (state === "sending") throw new Error(`another worker has action ${data.actionId}`);
  });
  await app.jobs.work("cover", async (data) => void (await refreshCoverage(app, data)));
  await app.jobs.work("inbox", async (data) => handleInbox(app, data), { atOnce: 2 });
  await app.jobs.work("inbox", async (data) => handleInbox(app, data), { most: FLOOD });
  await app.jobs.work("registrations", async (data) => {
    if ((await stepImport(app, data)) === "more") await app.jobs.send("registrations", data);
  }, { batch: 1 });
  await app.jobs.work("files", async (data) => tendFiles(app, data), { batch: 1 });
  await app.jobs.work("tell", async (data) => void (await sendNotice(app, data)));
  await app.jobs.work("remind", async (data) => void (await remindDue(app, data)), { batch: 1 });
  await app.jobs.work("remindAll", async () => void (await remindAll(app)));
  await app.jobs.schedule("remindAll", EVERY_QUARTER, {});
  await app.jobs.work("return", async (data) => void (await decideReturn(app, data)));
  await app.jobs.work("event", async (data) => void (await handleEvents(app, data)));
}
