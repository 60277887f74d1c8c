import { staffRoute, taking, type Asking } from "../api/route.ts";
import { openRmasBody } from "../api/staffBodies.ts";
import { openRmas } from "../flows/openRmas.ts";

/** RMAs for several orders at once. */
const route = staffRoute({ POST: taking(openRmasBody, ({ app, ...asking }: Asking, body) => openRmas(app, { ...asking, ...body })) });

export { route as loader, route as action };
