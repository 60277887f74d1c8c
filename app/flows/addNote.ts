/** A note on an RMA, for staff. Attachments are references, kept with it. */
import type { Actor, App } from "../app.server.ts";
import { rmaOf } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";

export async function addNote(app: App, { shop, rmaId, actor, text, attachments = [] }: Readonly<{ shop: string; rmaId: string; actor: Actor; text: string; attachments?: readonly Readonly<{ name: string; ref: string }>[] }>): Promise<void> {
  const rma = await rmaOf(app.db.prisma, shop, rmaId);
  await addEntry(app.db.prisma, { shop, rmaId: rma.id, at: app.now(), by: actor.name, kind: "note", text, data: { attachments } });
}
