import type { Api } from "@shopify/ui-extensions/customer-account.order.page.render";

type Given = Api & { readonly orderId?: string; readonly returnId?: string };

declare const shopify: Given;

/**
 * What Shopify gives to an extension of customer accounts; it is there once the extension runs. `orderId` is there on the order
 * list's menu, `returnId` at a return's details, `order` on an order's pages.
 */
export const host = (): Given => shopify;
