/** A customer's file: a place at Shopify to send it to, and a handle by which the request names it. Nothing is written here. */
import type { UploadBody, UploadTarget } from "../api.ts";
import type { App } from "../app.server.ts";
import { stageFile } from "../shopify/files.ts";
import type { Refusal } from "../shopify/refusals.ts";

const MEGA = 1024 * 1024, HANDLE_DAYS = 7;
const mostBytes: Readonly<Record<string, number>> = {
  "image/jpeg": 20 * MEGA, "image/png": 20 * MEGA, "image/webp": 20 * MEGA, "image/heic": 20 * MEGA, "video/mp4": 200 * MEGA, "video/quicktime": 200 * MEGA, "video/webm": 200 * MEGA,
};
/** Types that may be uploaded. */
export const uploadTypes = Object.keys(mostBytes);

type Owner = Readonly<{ shop: string; customerId: string; orderId: string }>;
/** What a handle stands for. */
export type Uploaded = Readonly<{ name: string; mimeType: string; source: string }>;

export const isTooLarge = ({ mimeType, size }: Pick<UploadBody, "mimeType" | "size">): boolean => size > (mostBytes[mimeType] ?? 0);

/** The order must be the customer's: the caller has looked. */
export async function stageUpload(app: App, owner: Owner, { filename, mimeType, size }: UploadBody): Promise<UploadTarget | Readonly<{ refused: readonly Refusal[] }>> {
  const staged = await stageFile(app.adminFor(owner.shop), { filename, mimeType, size });
  if ("refused" in staged) return staged;
  const until = new Date(app.now().getTime() + HANDLE_DAYS * 86_400_000);
  return { handle: app.signed.sign("upload", { ...owner, name: filename, mimeType, source: staged.resourceUrl }, until), url: staged.url, method: "POST", parameters: staged.parameters };
}

/** The upload of a handle; null where it is not this customer's for this order, was altered or has run out. */
export function uploadedBy(app: App, owner: Owner, handle: string): Uploaded | null {
  const read = app.signed.read("upload", handle, app.now());
  if (read === null || read === "gone" || read["shop"] !== owner.shop || read["customerId"] !== owner.customerId || read["orderId"] !== owner.orderId) return null;
  return { name: String(read["name"]), mimeType: String(read["mimeType"]), source: String(read["source"]) };
}
