import { staffRoute } from "../api/route.ts";
import { reasonsToday } from "../flows/reasonsToday.ts";

/** What may be wrong, in plain words. */
const route = staffRoute({ GET: { answer: ({ app, shop, words }) => reasonsToday(app, { shop, words }) } });

export { route as loader, route as action };
