import { setMetafields, type MetafieldInput } from "../catalogue/metafield.ts";
import type { Ctx } from "../kernel/context.ts";
import type { OrderRecord } from "./order.ts";

/** Metafields that come with an order or its update. */
export function setOrderMetafields(ctx: Ctx, order: OrderRecord, inputs: readonly MetafieldInput[], root: string): void {
  if (inputs.length > 0) setMetafields(ctx, order.id, inputs, [root, "metafields"]);
}
