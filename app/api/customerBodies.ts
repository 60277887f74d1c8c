/** What customers may send, as schemas. Strict: a field that is not here (an amount, an override, a decision) is an error. */
import { z } from "zod";
import { parseDay } from "../../policy/dates.ts";
import { remedies } from "../../policy/policy.ts";
import { uploadTypes } from "../flows/stageUpload.ts";

const gidOf = (type: string) => z.string().regex(new RegExp(`^gid://shopify/${type}/\\d{1,20}$`), `is not the id of a ${type}`);
const word = z.string().min(1).max(80);
const key = z.uuid();
const handle = z.string().min(1).max(4000);
const civilDate = z.string().refine((text) => !Number.isNaN(parseDay(text)), "is not an existing date (YYYY-MM-DD)");
const serial = z.string().trim().min(1).max(60);

const facts = z.strictObject({
  condition: word.optional(), state: z.enum(["sealed", "opened", "worn"]).optional(), packaging: z.enum(["original", "missing"]).optional(), complete: z.boolean().optional(), deviceUnboundAndReset: z.boolean().optional(),
  originalBuyer: z.boolean().optional(), deliveredOn: civilDate.optional(), serial: serial.optional(), wants: z.enum(["different_model", "upgrade"]).optional(), confirmed: z.record(word, z.boolean()).optional(),
});

const line = z.strictObject({
  lineId: gidOf("LineItem"), quantity: z.number().int().min(1).max(10_000), reason: word, remedy: z.enum(remedies).optional(), facts: facts.optional(), files: z.array(handle).max(10).optional(),
  exchangeFor: gidOf("ProductVariant").optional(), serviceLevel: word.optional(), note: z.string().max(300).optional(),
});
const lines = z.array(line).min(1).max(50);

export const quoteBody = z.strictObject({ lines });
export const requestBody = z.strictObject({ lines, key });
export const cancelOrderBody = z.strictObject({ key, note: z.string().max(300).optional() });
export const draftBody = z.strictObject({ data: z.record(z.string().max(80), z.unknown()) });
export const uploadBody = z.strictObject({ orderId: gidOf("Order"), filename: z.string().min(1).max(200).regex(/^[^/\\\p{Cc}]+$/u, "is not a file's name"), mimeType: z.string().max(80), size: z.number().int().min(1) });
export const nothingBody = z.strictObject({});
export const answerQuoteBody = z.strictObject({ rmaLineId: z.string().min(1).max(80), accept: z.boolean(), amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, "is not an amount") });
export const sentBody = z.strictObject({ tracking: z.string().trim().min(1).max(100).optional() });
export const registerBody = z.union([z.strictObject({ orderId: gidOf("Order"), lineId: gidOf("LineItem"), serial: serial.optional() }), z.strictObject({ serial })]);
export { uploadTypes };
