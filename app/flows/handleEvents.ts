/** The job behind the inbox: all waiting events of one resource, worked once, in order. */
import type { App } from "../app.server.ts";
import { eventsDone, waitingEvents, type StoredEvent } from "../store/events.ts";
import { oneAtATime } from "../sessions.server.ts";
import { isInstalled } from "../store/shops.ts";
import { answerCompliance } from "./answerCompliance.ts";
import { decideReturn } from "./decideReturn.ts";
import { followReturn } from "./followReturn.ts";
import { refreshCoverage } from "./refreshCoverage.ts";
import { uninstallShop } from "./uninstallShop.ts";

/** What a family of topics leads to. A payload is never trusted for state: each handler reads Shopify again. */
export type EventHandler = (app: App, about: Readonly<{ shop: string; resource: string; events: readonly StoredEvent[] }>) => Promise<void>;

const orderGid = (resource: string): string => `gid://shopify/Order/${resource.replace(/^order /, "")}`;

const refresh: EventHandler = async (app, { shop, resource }) => {
  if (resource.startsWith("order ")) await refreshCoverage(app, { shop, orderId: orderGid(resource) });
};

/** Returns asked for at Shopify are decided; what was moved there is followed here. */
const returned: EventHandler = async (app, { shop, events }) => {
  const ids = events.filter((event) => event.topic.startsWith("returns/")).map((event) => (event.payload as { admin_graphql_api_id?: unknown } | null)?.admin_graphql_api_id);
  for (const returnId of new Set(ids.filter((id): id is string => typeof id === "string" && id.startsWith("gid://shopify/Return/")))) {
    await decideReturn(app, { shop, returnId });
    await followReturn(app, { shop, returnId });
  }
};

const compliance: EventHandler = async (app, { shop, events }) => {
  for (const event of events) await answerCompliance(app, { shop, event });
};

/** What a shop without the app says is of no use: it cannot be read, and when it installs the app all its orders are. */
const whereInstalled = (handler: EventHandler): EventHandler => async (app, about) => {
  if (await isInstalled(app.db.prisma, about.shop)) await handler(app, about);
};
const ofOrder: readonly EventHandler[] = [whereInstalled(refresh)];

/** Handlers by the topic's family; a family without one is stored and needs nothing. */
export const handlers: Record<string, readonly EventHandler[]> = {
  orders: ofOrder, fulfillments: ofOrder, fulfillment_events: ofOrder, refunds: ofOrder, returns: [...ofOrder, whereInstalled(returned)],
  customers: [compliance], shop: [compliance],
  app: [async (app, { shop, events }) => {
    if (events.some((event) => event.topic === "app/uninstalled")) await uninstallShop(app, { shop });
  }],
};

/** So many events are held in memory at once. */
const SLICE = 200;

/** Handles what waits for a resource, oldest first; what is thrown leaves the events waiting, and the job is tried again. */
export async function handleEvents(app: App, { shop, resource }: { shop: string; resource: string }): Promise<number> {
  return oneAtATime(app.db, `events ${shop} ${resource}`, async () => {
    for (let handled = 0; ;) {
      const events = await waitingEvents(app.db.prisma, shop, resource, SLICE);
      if (events.length === 0) return handled;
      const families = new Set(events.map((event) => event.topic.split("/")[0] ?? ""));
      for (const handler of new Set([...families].flatMap((family) => handlers[family] ?? []))) await handler(app, { shop, resource, events });
      await eventsDone(app.db.prisma, shop, events.map((event) => event.id), app.now());
      app.metrics.handled(events.length);
      handled += events.length;
      if (events.length < SLICE) return handled;
    }
  });
}
