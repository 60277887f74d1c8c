/**
 * Files at Shopify that nobody is done with: those to go are let go, and those that Shopify had not finished when they came are looked
 * at again. What does not succeed is thrown: the queue tries again with backoff, and each night begins anew. A deletion made twice is
 * one deletion, so nothing here needs the outbox.
 */
import type { App } from "../app.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { deleteFile, filesAt, type FileAt } from "../shopify/files.ts";
import { addFilesToDrop, filesDropped, filesToDrop } from "../store/filesToDrop.ts";
import { changeLine, linesWithUnseenFiles, lockRma } from "../store/rmas.ts";
import { isInstalled } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { isWhatItSays } from "./isWhatItSays.ts";
import { sendFilesJob } from "./sendFilesJob.ts";

/** Files or lines taken up at once. */
const MOST = 50;
const SYSTEM = "Recourse";

/** Shopify still works on a file, or will not let one go. */
export class FilesLeft extends Error {}

/** The job. A shop that has uninstalled the app gives no access to its files any more: they are the merchant's. Throws FilesLeft, ShopifyAway. */
export async function tendFiles(app: App, { shop }: Readonly<{ shop: string }>): Promise<void> {
  if (!(await isInstalled(app.db.prisma, shop))) return;
  const left = [...(await letGo(app, shop)), ...(await lookAgain(app, shop))];
  if (left.length) throw new FilesLeft(left.slice(0, 3).join("; "));
}

/** One by one, since Shopify refuses all where it refuses one. Returns what was refused. */
async function letGo(app: App, shop: string): Promise<string[]> {
  const { prisma } = app.db, admin = app.adminFor(shop), left: string[] = [], ids = await filesToDrop(prisma, shop, MOST);
  if (ids.length === 0) return left;
  const there = new Set((await filesAt(admin, ids)).map(({ id }) => id));
  await filesDropped(prisma, shop, ids.filter((id) => !there.has(id)));
  for (const id of there) {
    const refused = await deleteFile(admin, id);
    if (refused.length) left.push(refused.map(({ message }) => message).join("; "));
    else await filesDropped(prisma, shop, [id]);
  }
  if (left.length === 0) await sendFilesJob(app, prisma, shop);
  return left;
}

type Photo = Readonly<{ name: string; ref: string; mimeType?: string; checked?: boolean }>;
type Line = Awaited<ReturnType<typeof linesWithUnseenFiles>>[number];
const unseen = (photo: Photo): boolean => photo.checked === false;

/** Returns what Shopify still works on. */
async function lookAgain(app: App, shop: string): Promise<string[]> {
  const lines = await linesWithUnseenFiles(app.db.prisma, shop, MOST), left: string[] = [];
  const ids = lines.flatMap((line) => (line.photos as unknown as readonly Photo[]).filter(unseen).map(({ ref }) => ref));
  if (ids.length === 0) return left;
  const found = new Map((await filesAt(app.adminFor(shop), ids)).map((file) => [file.id, file]));
  for (const line of lines) if (!(await seen(app, line, found))) left.push(`Shopify still works on files of the case ${line.rmaId}`);
  return left;
}

/** Keeps what was found in a line's files; false where one is not finished. What is not what it says leaves the case and goes at Shopify. */
async function seen(app: App, { shop, rmaId, id }: Line, found: ReadonlyMap<string, FileAt>): Promise<boolean> {
  const before = await app.db.prisma.rmaLine.findFirst({ where: { shop, id }, select: { photos: true } }), asked = ((before?.photos ?? []) as unknown as readonly Photo[]).filter(unseen);
  const answers = new Map(await Promise.all(asked.map(async ({ ref, mimeType = "image/jpeg" }) => [ref, await isWhatItSays(app, found.get(ref), mimeType)] as const)));
  await app.db.prisma.$transaction(async (tx) => {
    // Read again under the lock: meanwhile the customer may have been erased.
    const line = (await lockRma(tx, shop, rmaId)).lines.find((one) => one.id === id), photos = (line?.photos ?? []) as unknown as readonly Photo[];
    const wrong = photos.filter((photo) => unseen(photo) && answers.get(photo.ref) === false);
    if (!line) return;
    await changeLine(tx, line, { photos: photos.filter((photo) => !wrong.includes(photo)).map((photo) => (answers.get(photo.ref) === true ? { ...photo, checked: true } : photo)) as Prisma.InputJsonArray });
    await addFilesToDrop(tx, shop, wrong.map(({ ref }) => ref));
    for (const { name } of wrong) await addEntry(tx, { shop, rmaId, at: app.now(), by: SYSTEM, kind: "attachment", text: `${line.title}: ${name} from the customer is no photo or video, and was removed. Look again at what was decided with it.` });
    await sendFilesJob(app, tx, shop);
  });
  return [...answers.values()].every((answer) => answer !== null);
}
