/** Opens a declined, cancelled or closed RMA again. */
export { reopenMove as reopenRma } from "./moveAtShopify.ts";
