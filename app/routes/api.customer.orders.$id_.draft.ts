import { draftBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { limits } from "../api/rate.ts";
import { customerRoute, gidIn, taking, type CustomerAsking } from "../api/route.ts";
import { dropOwnDraft, keepOwnDraft, ownDraft } from "../flows/keepDraft.ts";

const MOST_BYTES = 16 * 1024;
const placeOf = ({ shop, customerId, params }: CustomerAsking) => ({ shop, customerId, orderId: gidIn(params, "id", "Order") });

/** A request half-way: read, kept, let go. */
const route = customerRoute({
  GET: { answer: (asking) => ownDraft(asking.app, placeOf(asking)) },
  PUT: taking(draftBody, async (asking: CustomerAsking, { data }) => granted(await keepOwnDraft(asking.app, placeOf(asking), data), asking.words), { limit: limits.quote, mostBytes: MOST_BYTES }),
  DELETE: { answer: (asking) => dropOwnDraft(asking.app, placeOf(asking)) },
});

export { route as loader, route as action };
