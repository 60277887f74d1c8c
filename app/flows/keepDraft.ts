/** A request half-way, kept with the order it is about. Another customer's order has none. */
import type { DraftAnswer } from "../api.ts";
import type { App } from "../app.server.ts";
import { coverageOf } from "../store/coverage.ts";
import { draftOf, dropDraft, saveDraft } from "../store/drafts.ts";
import { ownOrder } from "./customerAsks.ts";
import type { NotFound } from "./orderInHand.ts";

type Place = Readonly<{ shop: string; customerId: string; orderId: string }>;

/** Known from coverage without asking Shopify, where the order is covered. */
async function isOwn(app: App, place: Place): Promise<boolean> {
  const [line] = await coverageOf(app.db.prisma, place.shop, place.orderId);
  return line ? line.customerId === place.customerId : !("notFound" in (await ownOrder(app, place)));
}

export async function ownDraft(app: App, place: Place): Promise<DraftAnswer> {
  const draft = await draftOf(app.db.prisma, place);
  return draft ? { draft: { data: draft.data as Readonly<Record<string, unknown>> }, savedAt: draft.savedAt.toISOString() } : { draft: null, savedAt: null };
}

export async function keepOwnDraft(app: App, place: Place, data: Readonly<Record<string, unknown>>): Promise<DraftAnswer | NotFound> {
  if (!(await isOwn(app, place))) return { notFound: "order" };
  await saveDraft(app.db.prisma, place, data, app.now());
  return ownDraft(app, place);
}

export async function dropOwnDraft(app: App, place: Place): Promise<DraftAnswer> {
  await dropDraft(app.db.prisma, place);
  return { draft: null, savedAt: null };
}
