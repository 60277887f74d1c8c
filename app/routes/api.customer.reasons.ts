import { customerRoute } from "../api/route.ts";
import { reasonsToday } from "../flows/reasonsToday.ts";

/** What may be wrong, in plain words. */
export const { loader, action } = customerRoute({ GET: { answer: ({ app, shop, words }) => reasonsToday(app, { shop, words }) } });
