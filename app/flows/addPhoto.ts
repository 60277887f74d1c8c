/** Staff add a photo to a line: looked into before it is kept, whatever its name says. */
import { randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Actor, App } from "../app.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { addPhoto as store, countPhotos } from "../store/photos.ts";
import { changeLine, lockRma } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";

/** A photo kept here is named so among a line's photos. */
export const OWN = "photo:";
const MOST_BYTES = 5 * 1024 * 1024, MOST_PHOTOS = 30;
const kinds = new Set(["image/jpeg", "image/png", "image/webp", "image/heic"]);

export type AddPhoto = Readonly<{ shop: string; rmaId: string; rmaLineId: string; actor: Actor; name: string; bytes: Uint8Array<ArrayBuffer> }>;

/** Throws Missing where the shop has no such RMA. */
export async function addPhoto(app: App, { shop, rmaId, rmaLineId, actor, name, bytes }: AddPhoto): Promise<Readonly<{ photoId: string }> | Readonly<{ refused: readonly Refusal[] }>> {
  const refuse = (message: string): Readonly<{ refused: readonly Refusal[] }> => ({ refused: [{ field: "photo", code: "INVALID", message }] });
  if (bytes.byteLength > MOST_BYTES) return refuse("A photo has at most 5 MB.");
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined || !kinds.has(type)) return refuse("This is no photo: JPEG, PNG, WebP and HEIC can be added.");
  return app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId), line = rma.lines.find(({ id }) => id === rmaLineId), id = randomUUID(), shown = name.replace(/[^\p{L}\p{N} ._-]/gu, "").slice(-80) || "photo";
    if (!line) return refuse("The case has no such line.");
    if ((await countPhotos(tx, shop, rmaId)) >= MOST_PHOTOS) return refuse(`A case has at most ${MOST_PHOTOS} photos.`);
    await store(tx, { id, shop, rmaId, rmaLineId, name: shown, type, bytes, at: app.now(), by: actor.name });
    const photos = [...(line.photos as Prisma.InputJsonArray), { name: shown, ref: `${OWN}${id}`, mimeType: type, by: "staff", checked: true }];
    await changeLine(tx, line, { photos });
    await addEntry(tx, { shop, rmaId, at: app.now(), by: actor.name, kind: "attachment", text: `${line.title}: photo ${shown} added.` });
    return { photoId: id };
  });
}
