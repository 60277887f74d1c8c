/** The job that tends a shop's files at Shopify (tendFiles.ts). */
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import { filesToDrop } from "../store/filesToDrop.ts";
import { linesWithUnseenFiles } from "../store/rmas.ts";

/** Sends the job where there is something to tend, in the transaction of what caused it. */
export async function sendFilesJob(app: Pick<App, "jobs">, tx: Tx, shop: string, afterSeconds = 1): Promise<void> {
  if ((await filesToDrop(tx, shop, 1)).length || (await linesWithUnseenFiles(tx, shop, 1)).length) await app.jobs.send("files", { shop }, { tx, afterSeconds });
}
