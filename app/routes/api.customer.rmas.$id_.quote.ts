import { answerQuoteBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { customerRoute, taking, type CustomerAsking } from "../api/route.ts";
import { answerOwnQuote } from "../flows/customerActs.ts";

/** Yes or no to the price of a paid repair. */
const route = customerRoute({
  POST: taking(answerQuoteBody, async ({ app, params, ...asking }: CustomerAsking, body) => granted(await answerOwnQuote(app, { ...asking, ...body, rmaId: params["id"] ?? "" }), asking.words)),
});

export { route as loader, route as action };
