import { granted } from "../api/granted.ts";
import { gidIn, staffRoute } from "../api/route.ts";
import { showProduct } from "../flows/showProduct.ts";

/** How a product is classed, and its terms. */
const route = staffRoute({ GET: { answer: async ({ app, params, ...asking }) => granted(await showProduct(app, { ...asking, productId: gidIn(params, "id", "Product") }), asking.words) } });

export { route as loader, route as action };
