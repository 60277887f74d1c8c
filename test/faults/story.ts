/** A scenario without a fault, written down: its steps by chapter, what both sides' books say at each chapter's end, and where each begins. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { keepRows, type Place } from "./database.ts";
import { openLab, type About, type Lab, type Site } from "./lab.ts";
import { actWith } from "./run.ts";
import type { Scenario } from "./scenarios.ts";
import { copyPlace, setUpShop, type Origin, type Shopify } from "./site.ts";
import { watchSteps, type Step } from "./steps.ts";
import { underWay } from "./books.ts";

/** `steps` are numbered from 1 in each chapter; `books` is what must be reached; `bytes` is the dev store before it. */
export type Written = Readonly<{ steps: readonly Step[]; books: string; bytes: Buffer }>;
/** All that a process needs to play the scenario, on copies of `place`, to which nobody is connected any more. */
export type Story = Readonly<{ scenario: string; kind: "pglite" | "postgres"; place: Place; about: About; chapters: readonly Written[] }>;

async function write(lab: Lab, shopify: Shopify, scenario: Scenario): Promise<Written[]> {
  const written: Written[] = [];
  for (const [i, chapter] of scenario.chapters.entries()) {
    await keepRows(lab.database, i);
    const bytes = shopify.taken();
    shopify.putBack(bytes);
    const { strike, isTold } = await actWith(lab, chapter, null, "killed");
    const left = await underWay(lab.where);
    if (isTold || left.length || !(await chapter.isDone(lab))) throw new Error(`${scenario.name}, "${chapter.name}" does not get to its end without a fault: ${left.join(", ")}`);
    written.push({ steps: strike.steps, books: await lab.books(), bytes });
  }
  return written;
}

/** Sets a scenario up on a copy of an empty database and writes it down. */
export async function tell(scenario: Scenario, origin: Origin, name: string): Promise<Story> {
  watchSteps();
  const place: Place = await copyPlace(origin, name), { m, shopify } = await setUpShop(scenario.shop, place, scenario.policy);
  const placed = await m.place(scenario.order), variants = await Promise.all((scenario.variants ?? []).map((sku) => m.variant(sku)));
  await m.s.close();
  const about: About = { shop: m.shop, token: `local-${scenario.shop}`, orderId: placed.orderId, lines: placed.lines, variants };
  const site: Site = { place, store: shopify.store.origin, mail: shopify.mailbox.origin, about };
  const lab = await openLab(site);
  await lab.settle();
  await scenario.made?.(lab, m);
  const chapters = await write(lab, shopify, scenario), { kind } = lab.database;
  await lab.close();
  await shopify.close();
  return { scenario: scenario.name, kind, place, about, chapters };
}

/** A story as a file, for other processes. */
export const keepStory = (story: Story, file: string): void => writeFileSync(file, serialize(story));
export const storyIn = (file: string): Story => deserialize(readFileSync(file)) as Story;
