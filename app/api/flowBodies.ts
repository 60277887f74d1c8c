/** What Shopify Flow sends to each action: the fields of extensions/flow-*. Flow sends every field; one left empty is "" or null. */
import { z } from "zod";

const empty = (value: unknown): unknown => (value === "" || value === null ? undefined : value);
/** A reference comes as a number or as a gid. */
const reference = (type: string) => z.union([z.number().int().positive(), z.string()]).transform((value) => String(value)).pipe(z.string().regex(new RegExp(`^(gid://shopify/${type}/)?\\d{1,20}$`), `is not a reference to a ${type}`)).transform((text) => `gid://shopify/${type}/${text.split("/").at(-1)}`);
const optionalText = (most: number) => z.preprocess(empty, z.string().max(most).optional());
const units = z.preprocess(empty, z.coerce.number().int().min(1).max(10_000).default(1));
const rmaNumber = z.string().trim().regex(/^RMA-\d{1,9}$/i, "is not the number of a case, such as RMA-1001").transform((text) => text.toUpperCase());
const reason = z.string().trim().regex(/^[a-z_]{1,80}$/, "is not a reason of a policy, such as defective");

const line = { order_id: reference("Order"), line: optionalText(100), reason, quantity: units };
export const flowProperties = {
  "decide-line": z.object(line), "open-rma": z.object({ ...line, note: optionalText(300) }), approve: z.object({ rma_number: rmaNumber }),
  decline: z.object({ rma_number: rmaNumber, reason: optionalText(400) }), "add-note": z.object({ rma_number: rmaNumber, note: z.string().trim().min(1).max(2000) }),
} as const;
export type FlowAction = keyof typeof flowProperties;
export type FlowProperties<Name extends FlowAction> = z.infer<(typeof flowProperties)[Name]>;

/** The envelope: `action_run_id` stays the same when Flow sends a run again. */
export const flowEnvelope = z.looseObject({ shopify_domain: z.string(), action_run_id: z.union([z.string().min(1), z.number()]).transform(String), properties: z.record(z.string(), z.unknown()) });
