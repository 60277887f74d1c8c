import type { Asked, Route } from "../kernel/server.ts";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";
import { clearQueue } from "../webhooks/queue.ts";
import { control, given, shopOf, textOf, Wrong, type Given } from "./body.ts";
import { outsideOf } from "./outside.ts";
import { frozen, loadSnapshot, saveSnapshot, thaw } from "./snapshot.ts";

/** Maps as objects, so that JSON shows what is in them. */
export const plain = (_key: string, value: unknown): unknown => (value instanceof Map ? Object.fromEntries(value) : value);

const PAGE = 100;

function summary(shop: Shop): Given {
  const entries = Object.entries(shop).map(([key, value]) => [key, value instanceof Map ? value.size : value]);
  return Object.fromEntries(entries);
}

function rows(asked: Asked, shop: Shop, table: string): unknown {
  const found = Object.entries(shop).find(([key]) => key === table)?.[1];
  if (!(found instanceof Map)) throw new Wrong(`no table ${table}`);
  const id = asked.url.searchParams.get("id");
  if (id !== null) return found.get(id) ?? null;
  const from = Number(asked.url.searchParams.get("from") ?? 0);
  return [...found.values()].slice(from, from + PAGE);
}

/** GET /__state: counts per shop; with `shop` and `table` up to 100 records (`from`), with `id` one; `full=1` everything. */
function state(asked: Asked, world: World): unknown {
  if (asked.url.searchParams.get("full") === "1") return [...world.shops.values()];
  const table = asked.url.searchParams.get("table");
  return table === null ? [...world.shops.values()].map(summary) : rows(asked, shopOf(asked, world), table);
}

/** Back to the baseline: shops, clock, tokens; log, faults and deliveries are forgotten. */
function reset(world: World): void {
  const outside = outsideOf(world);
  thaw(world, outside.baseline);
  world.log.length = 0;
  outside.faults = [];
  outside.held = [];
  outside.failures.clear();
  clearQueue(outside.queue);
}

function fileOf(world: World, from: Given): string {
  const file = textOf(from, "file") ?? outsideOf(world).snapshotFile;
  if (file === null) throw new Wrong("no file: name one, or start with --snapshot FILE");
  return file;
}

function loadFrom(world: World, file: string): void {
  try {
    loadSnapshot(world, file);
  } catch (error) {
    throw new Wrong(error instanceof Error ? error.message : String(error));
  }
}

function snapshot(world: World, from: Given): object {
  switch (from.do) {
    case "save":
      return { saved: fileOf(world, from), bytes: saveSnapshot(world, fileOf(world, from)) };
    case "load":
      loadFrom(world, fileOf(world, from));
      return { loaded: fileOf(world, from), shops: [...world.shops.keys()] };
    case "mark":
      outsideOf(world).baseline = frozen(world);
      return { marked: [...world.shops.keys()] };
    default:
      throw new Wrong('do is "save", "load" or "mark" (what /__reset comes back to)');
  }
}

const json = (body: unknown): { status: number; headers: Record<string, string>; body: string } => ({
  status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(body, plain),
});

export const stateRoutes: Route[] = [
  control("GET", /^\/__state$/, (asked, world) => json(state(asked, world))),
  control("POST", /^\/__reset$/, (_asked, world) => {
    reset(world);
    return json({ shops: [...world.shops.keys()] });
  }),
  control("POST", /^\/__snapshot$/, (asked, world) => json(snapshot(world, given(asked)))),
];
