/** Works the queues; what a handler throws is tried again with backoff, and after the last try a person sees it. */
import type { App } from "./app.server.ts";
import { handleEvents } from "./flows/handleEvents.ts";

/** Starts working in this process. A deployment may run it apart from the screens (RUN_JOBS). */
export async function startWorker(app: App): Promise<void> {
  await app.jobs.work("event", async (data) => void (await handleEvents(app, data)));
}
