/** Approves several requests, one after the other; each that is refused says why and stops no other. */
import type { Actor, App } from "../app.server.ts";
import { approveRma } from "./approveRma.ts";
import { rmaOf } from "../store/rmas.ts";

export type ApprovedMany = Readonly<{ approved: number; refused: readonly Readonly<{ path: string; message: string }>[] }>;

export async function approveMany(app: App, { shop, actor, rmaIds }: Readonly<{ shop: string; actor: Actor; rmaIds: readonly string[] }>): Promise<ApprovedMany> {
  const refused: { path: string; message: string }[] = [];
  let approved = 0;
  for (const rmaId of rmaIds) {
    const result = await approveRma(app, { shop, rmaId, actor });
    if ("rma" in result) approved++;
    else refused.push({ path: (await rmaOf(app.db.prisma, shop, rmaId)).number, message: result.refused.map(({ message }) => message).join(" ") });
  }
  return { approved, refused };
}
