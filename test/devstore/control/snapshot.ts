import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";

const MARK = Buffer.from("devstore snapshot 1\n");

/** All shops as bytes. V8's own format: it keeps Maps, undefined keys and records that two tables share. */
export const frozen = (world: World): Buffer => Buffer.concat([MARK, serialize([...world.shops.values()])]);

/** Puts the shops of frozen() in the place of those there are. Throws when the bytes are something else. */
export function thaw(world: World, bytes: Buffer): void {
  if (!bytes.subarray(0, MARK.length).equals(MARK)) throw new Error("not a snapshot of the dev store");
  const shops: Shop[] = deserialize(bytes.subarray(MARK.length));
  world.shops.clear();
  for (const shop of shops) world.shops.set(shop.domain, shop);
}

/** Writes a snapshot; the file is replaced in one step, so that a crash leaves the old one whole. */
export function saveSnapshot(world: World, file: string): number {
  const bytes = frozen(world);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return bytes.length;
}

/** Loads a snapshot into the world; throws when there is none or it is none. */
export function loadSnapshot(world: World, file: string): void {
  thaw(world, readFileSync(file));
}
