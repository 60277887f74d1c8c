/** Webhooks that arrived together: stored with their jobs by one statement. */
import type { App } from "../app.server.ts";
import { storeEvents, type EventKey, type NewEvent } from "../store/events.ts";

const MINUTE_MS = 60_000;
const keyOf = ({ shop, eventId, topic }: EventKey): string => `${shop} ${topic} ${eventId}`;

/**
 * Work of a shop with few events in this minute goes before that of a shop with many, so that a flood from one does not
 * hold up the others: 0 for its first nine, then one lower with each further digit. Counted in this process: it decides
 * about nothing but turns.
 */
function turns(now: () => Date): (shop: string) => number {
  let minute = 0, counts = new Map<string, number>();
  return (shop) => {
    const current = Math.floor(now().getTime() / MINUTE_MS);
    if (current !== minute) [minute, counts] = [current, new Map()];
    const count = (counts.get(shop) ?? 0) + 1;
    counts.set(shop, count);
    return 1 - String(count).length;
  };
}

/** Answers for each event in turn whether it was new; of two that are the same the first. */
export function receiveEvents({ db, now }: Pick<App, "db" | "now">): (events: readonly NewEvent[]) => Promise<readonly boolean[]> {
  const priorityOf = turns(now);
  return async (events) => {
    const isNew = new Set((await storeEvents(db, events.map((event) => ({ ...event, priority: priorityOf(event.shop) })))).map(keyOf));
    return events.map((event) => isNew.delete(keyOf(event)));
  };
}
