import type { Asked, Route } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import type { StagedTarget } from "./file.ts";

const find = (world: World, path: string): StagedTarget | undefined => [...world.shops.values()].flatMap((shop) => shop.uploads.get(path) ?? [])[0];

const MB = 1024 * 1024;

/** Images and files up to 20 MB, videos up to 1 GB (documented: Shopify Help Center, "Uploading files" and "Product media types"). Bytes. */
const limitOf = (target: StagedTarget): number => Math.min(target.resource === "VIDEO" ? 1024 * MB : target.resource === "BULK_MUTATION_VARIABLES" ? 100 * MB : 20 * MB, target.size ?? Infinity);

/** Browsers may upload from every page: the address is the right to do so (assumed of Shopify's storage). */
const OPEN = { "access-control-allow-origin": "*" };
const mayAsk: Answer = { status: 204, headers: { ...OPEN, "access-control-allow-methods": "PUT, POST", "access-control-allow-headers": "*" } };

/** Takes what is uploaded to a staged target and gives it back: PUT with the bytes, POST with a form, GET. */
export const uploadRoutes: Route[] = [
  { method: "PUT", path: /^\/__uploads\/(.+)$/, handle: (asked, world) => kept(find(world, asked.match[1] ?? ""), asked.body, asked.headers["content-type"] ?? "", 200) },
  { method: "POST", path: /^\/__uploads\/$/, handle: takeForm },
  { method: "OPTIONS", path: /^\/__uploads\//, handle: () => mayAsk },
  { method: "GET", path: /^\/__uploads\/(.+)$/, handle: (asked, world) => given(find(world, asked.match[1] ?? "")) },
];

async function takeForm(asked: Asked, world: World): Promise<Answer> {
  const form = await new Response(new Uint8Array(asked.body), { headers: { "content-type": asked.headers["content-type"] ?? "" } }).formData();
  const key = form.get("key");
  const file = form.get("file");
  const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.from(file ?? "");
  const type = form.get("Content-Type");
  return kept(typeof key === "string" ? find(world, key) : undefined, bytes, typeof type === "string" ? type : "", 201);
}

/** The type must be the one that was signed, where one is named, and the size what was said and allowed. Refusals are those of the storage. */
function kept(target: StagedTarget | undefined, bytes: Buffer, type: string, status: number): Answer {
  if (!target || (type !== "" && type !== target.mimeType)) return { status: 403, headers: OPEN, body: "SignatureDoesNotMatch" };
  if (bytes.length > limitOf(target)) return { status: 400, headers: OPEN, body: "EntityTooLarge" };
  target.content = bytes.toString("base64");
  return { status, headers: OPEN, body: "" };
}

function given(target: StagedTarget | undefined): Answer {
  if (target?.content == null) return { status: 404, headers: OPEN, body: "NoSuchKey" };
  return { status: 200, headers: { ...OPEN, "content-type": target.mimeType }, body: Buffer.from(target.content, "base64") };
}
