/** Where a story is played again and again: a copy of its database with an app on it, and a dev store of its own. */
import { putRowsBack } from "./database.ts";
import { openLab, type Lab } from "./lab.ts";
import { copyPlace, openShopify, originOf, pooled, type Shopify } from "./site.ts";
import type { Story } from "./story.ts";

export type Stage = Readonly<{ story: Story; lab: Lab; shopify: Shopify; close: () => Promise<void> }>;

/** Opens a stage; `name` is its database's or folder's. */
export async function openStage(story: Story, name: string): Promise<Stage> {
  const { place, pooler } = await pooled(await copyPlace(originOf(story.place), name)), shopify = await openShopify(() => {});
  const lab = await openLab({ place, store: shopify.store.origin, mail: shopify.mailbox.origin, about: story.about }, pooler ? { breakAll: pooler.breakAll } : {});
  return { story, lab, shopify, close: async () => { await lab.close(); await pooler?.close(); await shopify.close(); } };
}

/** Everything as it was when a chapter began. */
export async function beginChapter({ lab, shopify, story }: Stage, chapter: number): Promise<void> {
  const bytes = story.chapters[chapter]?.bytes;
  if (!bytes) throw new Error(`there is no chapter ${chapter}`);
  lab.clock.aheadMs = 0;
  shopify.putBack(bytes);
  await putRowsBack(lab.database, chapter);
}
