import type { World } from "../kernel/world.ts";
import type { AppSettings } from "../oauth/appSettings.ts";
import type { Delivery, Queue } from "../webhooks/queue.ts";
import type { Fault } from "./fault.ts";

/** What surrounds the shops of one server: the app, webhooks on their way, faults, and the state to go back to. */
export type Outside = {
  readonly world: World;
  readonly app: AppSettings;
  readonly queue: Queue;
  faults: Fault[];
  nextFault: number;
  /** Webhooks held back so that a later one overtakes them. */
  held: Delivery[];
  /** Failed attempts in a row by API-made subscription. */
  failures: Map<string, number>;
  /** The shops as `/__reset` brings them back. */
  baseline: Buffer;
  snapshotFile: string | null;
};

const known = new WeakMap<World, Outside>();

export function rememberOutside(outside: Outside): void {
  known.set(outside.world, outside);
}

/** What surrounds a world. Throws when nothing was put around it (see surround.ts). */
export function outsideOf(world: World): Outside {
  const found = known.get(world);
  if (!found) throw new Error("nothing surrounds this world: call surround() before serving it");
  return found;
}

export const isSurrounded = (world: World): boolean => known.has(world);
