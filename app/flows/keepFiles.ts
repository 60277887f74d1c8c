/** Uploaded files are taken over and looked at: what is really in them must be what their type says, else none is kept. */
import type { App } from "../app.server.ts";
import { filesAt, takeFiles, type FileAt } from "../shopify/files.ts";
import { addFilesToDrop } from "../store/filesToDrop.ts";
import { sendFilesJob } from "./sendFilesJob.ts";
import { isWhatItSays } from "./isWhatItSays.ts";
import type { Uploaded } from "./stageUpload.ts";

export type KeptFile = Readonly<{ name: string; ref: string; mimeType: string; by: "customer"; checked: boolean }>;
/** Which file is not what it says, or never arrived. */
export type NotKept = Readonly<{ wrong: number; why: "type" | "missing" }>;

const TRIES = 8, WAIT_MS = 250;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const isDone = (file: FileAt | undefined): boolean => file === undefined || file.status === "FAILED" || file.url !== null;

/** The files once Shopify has worked on them; what it still works on after two seconds stays as it is. */
async function settled(app: App, shop: string, ids: readonly string[]): Promise<ReadonlyMap<string, FileAt>> {
  for (let i = 1; ; i++) {
    const found = new Map((await filesAt(app.adminFor(shop), ids)).map((file) => [file.id, file]));
    if (i === TRIES || ids.every((id) => isDone(found.get(id)))) return found;
    await wait(WAIT_MS);
  }
}

/** Takes the files over; all or none. */
export async function keepFiles(app: App, shop: string, uploads: readonly Uploaded[]): Promise<Readonly<{ kept: readonly KeptFile[] }> | NotKept> {
  if (uploads.length === 0) return { kept: [] };
  const admin = app.adminFor(shop), taken = await takeFiles(admin, uploads);
  if ("refused" in taken) return { wrong: Number(/(\d+)/.exec(taken.refused[0]?.field ?? "")?.[1] ?? 0), why: "missing" };
  const found = await settled(app, shop, taken.ids);
  const checks = await Promise.all(uploads.map(({ mimeType }, i) => isWhatItSays(app, found.get(taken.ids[i] ?? ""), mimeType)));
  const wrong = checks.indexOf(false);
  if (wrong >= 0) {
    await app.db.prisma.$transaction(async (tx) => {
      await addFilesToDrop(tx, shop, taken.ids);
      await sendFilesJob(app, tx, shop);
    });
    return { wrong, why: "type" };
  }
  return { kept: uploads.map(({ name, mimeType }, i) => ({ name, ref: taken.ids[i] ?? "", mimeType, by: "customer", checked: checks[i] === true })) };
}
