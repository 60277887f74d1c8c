/** Cancels an RMA before anything was received, at Shopify too. */
export { cancelMove as cancelRma } from "./moveAtShopify.ts";
