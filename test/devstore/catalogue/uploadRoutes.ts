import type { Asked, Route } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import type { StagedTarget } from "./file.ts";

const find = (world: World, path: string): StagedTarget | undefined => [...world.shops.values()].flatMap((shop) => shop.uploads.get(path) ?? [])[0];

/** Takes what is uploaded to a staged target and gives it back: PUT with the bytes, POST with a form, GET. */
export const uploadRoutes: Route[] = [
  { method: "PUT", path: /^\/__uploads\/(.+)$/, handle: (asked, world) => kept(find(world, asked.match[1] ?? ""), asked.body, 200) },
  { method: "POST", path: /^\/__uploads\/$/, handle: takeForm },
  { method: "GET", path: /^\/__uploads\/(.+)$/, handle: (asked, world) => given(find(world, asked.match[1] ?? "")) },
];

async function takeForm(asked: Asked, world: World): Promise<Answer> {
  const form = await new Response(new Uint8Array(asked.body), { headers: { "content-type": asked.headers["content-type"] ?? "" } }).formData();
  const key = form.get("key");
  const file = form.get("file");
  const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.from(file ?? "");
  return kept(typeof key === "string" ? find(world, key) : undefined, bytes, 201);
}

function kept(target: StagedTarget | undefined, bytes: Buffer, status: number): Answer {
  if (!target) return { status: 403, body: "SignatureDoesNotMatch" };
  target.content = bytes.toString("base64");
  return { status, body: "" };
}

function given(target: StagedTarget | undefined): Answer {
  if (target?.content == null) return { status: 404, body: "NoSuchKey" };
  return { status: 200, headers: { "content-type": target.mimeType }, body: Buffer.from(target.content, "base64") };
}
