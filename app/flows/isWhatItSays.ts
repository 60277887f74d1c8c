/** Whether a file at Shopify is what its type says, by its first bytes. */
import { fileTypeFromBuffer } from "file-type";
import type { App } from "../app.server.ts";
import type { FileAt } from "../shopify/files.ts";

const FIRST_BYTES = 4100;

/** What the first bytes at an address are; undefined where they cannot be read. */
async function typeAt(app: App, url: string): Promise<string | undefined> {
  const response = await app.fetchFile(url, { headers: { range: `bytes=0-${FIRST_BYTES - 1}` }, signal: AbortSignal.timeout(10_000) });
  const reader = response.ok ? response.body?.getReader() : undefined, chunks: Uint8Array[] = [];
  for (let part = await reader?.read(), size = 0; part?.value && size < FIRST_BYTES; part = await reader?.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
  }
  await reader?.cancel();
  return (await fileTypeFromBuffer(Buffer.concat(chunks)))?.mime;
}

const sameKind = (a: string, b: string): boolean => a.split("/")[0] === b.split("/")[0];

/** True, false, or null where Shopify has not finished: it refuses itself what is no image or video. */
export async function isWhatItSays(app: App, file: FileAt | undefined, mimeType: string): Promise<boolean | null> {
  if (!file || file.status === "FAILED") return false;
  if (file.url === null) return null;
  const type = await typeAt(app, file.url);
  return type !== undefined && sameKind(type, mimeType);
}
