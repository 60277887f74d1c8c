import type { Route } from "../kernel/server.ts";
import { quiet, type Delivery } from "../webhooks/queue.ts";
import { control } from "./body.ts";
import { outsideOf } from "./outside.ts";

const LONGEST_WAIT_MS = 60_000;

const shown = (delivery: Delivery): object => ({ ...delivery, headers: undefined, hmac: delivery.headers["X-Shopify-Hmac-Sha256"], body: JSON.parse(delivery.body) });

/**
 * GET /__log: the last calls with cost and answer (`shop`, `operation`, `root`, `last`); DELETE empties it.
 * GET /__webhooks: deliveries that wait and that ended (`topic`, `shop`); `quiet=MS` first waits until none is left.
 */
export const logRoutes: Route[] = [
  control("GET", /^\/__log$/, ({ url }, world) => {
    const want = (key: string): string | null => url.searchParams.get(key);
    const found = world.log.filter((entry) =>
      (want("shop") === null || entry.shop === want("shop")) &&
      (want("operation") === null || entry.operation === want("operation")) &&
      (want("root") === null || entry.roots.includes(want("root") ?? "")));
    const last = Number(want("last") ?? found.length);
    return { status: 200, body: found.slice(Math.max(0, found.length - last)) };
  }),
  control("DELETE", /^\/__log$/, (_asked, world) => {
    world.log.length = 0;
    return { status: 200, body: [] };
  }),
  control("GET", /^\/__webhooks$/, async ({ url }, world) => {
    const { queue, held } = outsideOf(world);
    const patience = Number(url.searchParams.get("quiet") ?? 0);
    const isQuiet = patience > 0 ? await quiet(queue, Math.min(patience, LONGEST_WAIT_MS)) : queue.waiting.length + queue.sending === 0;
    const wanted = (d: Delivery): boolean => ["topic", "shop"].every((key) => [null, key === "topic" ? d.topic : d.shop].includes(url.searchParams.get(key)));
    const list = (from: Delivery[]): object[] => from.filter(wanted).map(shown);
    return { status: 200, body: { quiet: isQuiet, overflowed: queue.overflowed, held: list(held), waiting: list(queue.waiting), done: list(queue.done) } };
  }),
];
