/** The job behind events that were stored together: each resource's events are handled, several resources at once. */
import type { App } from "../app.server.ts";
import type { JobData } from "../jobs.server.ts";
import { handleEvents } from "./handleEvents.ts";

const AT_ONCE = 4;

/** A resource whose handling fails gets a job of its own, which is tried again with backoff and holds up no other. */
export async function handleInbox(app: App, { of }: JobData["inbox"]): Promise<void> {
  const left = [...of];
  const work = async (): Promise<void> => {
    for (let about = left.shift(); about; about = left.shift()) {
      const resource = about;
      await handleEvents(app, resource).catch(async (error: unknown) => {
        app.log.warn("events are handled later", { shop: resource.shop, event: resource.resource, error });
        await app.jobs.send("event", resource, { afterSeconds: 2 });
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
