import { appPayloads } from "./app.ts";
import { fulfillmentPayloads } from "./fulfillment.ts";
import { orderPayloads } from "./order.ts";
import type { PayloadMakers } from "./payload.ts";
import { productPayloads } from "./product.ts";
import { refundPayloads } from "./refund.ts";
import { returnPayloads } from "./return.ts";
import { reversePayloads } from "./reverse.ts";

/** Every topic the store can tell, and how. */
export const payloadMakers: PayloadMakers = {
  ...appPayloads, ...fulfillmentPayloads, ...orderPayloads, ...productPayloads, ...refundPayloads, ...returnPayloads, ...reversePayloads,
};
