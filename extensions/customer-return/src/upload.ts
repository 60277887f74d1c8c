import type { UploadBody, UploadTarget } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import type { Upload } from "./draft.ts";

export type Uploaded = { readonly upload: Upload; readonly failure?: never } | { readonly upload?: never; readonly failure: Failure };

/** Sends the bytes where the app says. A form's fields come first and the file last. */
async function sent({ url, method, parameters }: UploadTarget, file: File): Promise<boolean> {
  try {
    if (method === "PUT") return (await fetch(url, { method, body: file, headers: Object.fromEntries(parameters.map(({ name, value }) => [name, value])) })).ok;
    const form = new FormData();
    for (const { name, value } of parameters) form.append(name, value);
    form.append("file", file);
    return (await fetch(url, { method, body: form })).ok;
  } catch {
    return false;
  }
}

/** Puts one file into Shopify's staged uploads. */
export async function upload(orderId: string, file: File): Promise<Uploaded> {
  const body: UploadBody = { orderId, filename: file.name, mimeType: file.type, size: file.size };
  const { value: target, failure } = await ask<UploadTarget>("uploads", { body });
  if (!target) return { failure };
  return (await sent(target, file)) ? { upload: { handle: target.handle, name: file.name } } : { failure: { code: "offline", message: "" } };
}
