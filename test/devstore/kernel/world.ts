import type { Shop } from "../shop.ts";

export type AccessToken = {
  readonly token: string;
  /** The app the token was given to. */
  readonly clientId: string;
  readonly kind: "offline" | "online" | "custom";
  readonly scopes: readonly string[] | "all";
  /** Milliseconds since 1970 on the shop's clock; null: never. */
  readonly expiresAt: number | null;
  readonly userId: string | null;
};

/** One answered call, for `/__log`. */
export type LogEntry = {
  readonly at: string;
  readonly shop: string;
  readonly operation: string | null;
  readonly roots: readonly string[];
  readonly status: number;
  readonly requestedCost: number | null;
  readonly actualCost: number | null;
  readonly ms: number;
  readonly request: unknown;
  readonly answer: unknown;
};

/** Something that happened in a shop: a webhook topic, the gid it is about, and when. */
export type Happening = { readonly shop: Shop; readonly topic: string; readonly id: string; readonly at: string; readonly detail: Record<string, unknown> };

/** One GraphQL call before it is run, as faults look at it. `roots` are the names of the root fields. */
export type Call = { readonly shop: Shop; readonly operation: string | null; readonly roots: readonly string[]; readonly query: string; readonly variables: Record<string, unknown> };

/** An answer over HTTP. Objects are sent as JSON. `hangUp` closes the connection without an answer. */
export type Answer = { status: number; headers?: Record<string, string>; body?: string | Uint8Array | object; hangUp?: boolean };

/** All shops of one server and what surrounds them. */
export type World = {
  readonly shops: Map<string, Shop>;
  readonly log: LogEntry[];
  readonly logLimit: number;
  /** How long a bulk operation stays CREATED, and until it is at rest; real milliseconds. */
  bulkTimes: { startsMs: number; endsMs: number };
  /** Called for each happening; deliveries are made here. */
  onHappening: (happening: Happening) => void;
  /** Stands between a call and its execution; faults are made here. */
  around: (call: Call, run: () => Answer) => Promise<Answer> | Answer;
};

/** A world without shops. The log keeps the last `logLimit` calls. */
export function createWorld(logLimit = 500): World {
  return { shops: new Map(), log: [], logLimit, bulkTimes: { startsMs: 100, endsMs: 1000 }, onHappening: () => undefined, around: (_call, run) => run() };
}

/** Appends to the log and lets the oldest go. */
export function record(world: World, entry: LogEntry): void {
  world.log.push(entry);
  if (world.log.length > world.logLimit) world.log.splice(0, world.log.length - world.logLimit);
}

export function addShop(world: World, shop: Shop): Shop {
  world.shops.set(shop.domain, shop);
  return shop;
}
