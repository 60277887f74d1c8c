/** Closes an RMA that is settled, or of which the rest will not come, at Shopify too. */
export { closeMove as closeRma } from "./moveAtShopify.ts";
