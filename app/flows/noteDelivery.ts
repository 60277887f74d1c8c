/** A customer or a person of the shop says when a line arrived: kept with who said it, and counted until a carrier says otherwise. */
import { parseDay } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import { saveSaidDelivery, type SaidDelivery } from "../store/coverage.ts";
import { refreshCoverage } from "./refreshCoverage.ts";

export type NoteDelivery = Readonly<{ shop: string; orderId: string; lineId: string; said: SaidDelivery }>;

/** Keeps what was said (`on` is a civil date) and decides the coverage again. False where the line has no coverage to keep it with. */
export async function noteDelivery(app: App, { shop, said, ...line }: NoteDelivery): Promise<boolean> {
  if (Number.isNaN(parseDay(said.on))) throw new RangeError(`${said.on} is not an existing date (YYYY-MM-DD)`);
  const kept = await saveSaidDelivery(app.db.prisma, { shop, ...line }, said);
  if (kept) await refreshCoverage(app, { shop, orderId: line.orderId });
  return kept;
}
