/** All orders are read from the start: after the install, and after a change of settings that concerns every order. */
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import { beginRun } from "../store/orderRuns.ts";

/** Begins the run and its job in the transaction; a run under way is replaced. */
export async function beginImport(app: Pick<App, "jobs" | "now">, tx: Tx, shop: string): Promise<void> {
  await beginRun(tx, { shop, kind: "first", since: null, at: app.now(), anew: true });
  await app.jobs.send("import", { shop }, { tx });
}

export const importAgain = (app: App, { shop }: { shop: string }): Promise<void> => app.db.prisma.$transaction((tx) => beginImport(app, tx, shop));
