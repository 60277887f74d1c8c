import { existsSync } from "node:fs";
import type { World } from "../kernel/world.ts";
import { appSettings, type AppSettings } from "../oauth/appSettings.ts";
import { readAppToml } from "../webhooks/appToml.ts";
import { hearing, releaseHeld } from "../webhooks/dispatch.ts";
import { post, type Attempt } from "../webhooks/post.ts";
import { createQueue, dropWaiting, type Delivery } from "../webhooks/queue.ts";
import { withFaults } from "./callFault.ts";
import { rememberOutside, type Outside } from "./outside.ts";
import { frozen, loadSnapshot, saveSnapshot } from "./snapshot.ts";

export type SurroundOptions = {
  /** The declaration to read; the repository's own by default. */
  toml?: string | URL;
  app?: Partial<Omit<AppSettings, "declaration">>;
  /** How much faster than Shopify retries run: 240 makes four hours a minute. */
  retrySpeed?: number;
  /** Milliseconds to wait for the app's answer to a webhook. */
  answerLimitMs?: number;
  /** Loaded at the start when it is there; saved every minute and at the end. */
  snapshotFile?: string;
};

const RETRY_SPEED = 240;
const WAITING_LIMIT = 5000;
const HISTORY = 1000;

/** Failed attempts in a row after which Shopify takes an API-made subscription away (documented). */
const FAILURES_IN_A_ROW = 8;

/** Puts the app, webhooks, faults and snapshots around a world. Reads shopify.app.toml; throws when it is not right. */
export function surround(world: World, options: SurroundOptions = {}): Outside {
  const declaration = readAppToml(options.toml ?? new URL("../../../shopify.app.toml", import.meta.url));
  const snapshotFile = options.snapshotFile ?? null;
  if (snapshotFile !== null && existsSync(snapshotFile)) loadSnapshot(world, snapshotFile);
  const queue = createQueue({
    speed: options.retrySpeed ?? RETRY_SPEED, limit: WAITING_LIMIT, history: HISTORY,
    send: (delivery) => post(new URL(delivery.url), delivery.headers, delivery.body, options.answerLimitMs),
    onAttempt: (delivery, attempt) => attempted(outside, delivery, attempt),
  });
  const outside: Outside = {
    world, app: appSettings(declaration, options.app), queue, faults: [], nextFault: 1, held: [], failures: new Map(), baseline: frozen(world), snapshotFile,
  };
  world.onHappening = hearing(outside);
  world.around = (call, run) => (outside.faults.length === 0 ? run() : withFaults(outside.faults, call, run));
  rememberOutside(outside);
  return outside;
}

function attempted(outside: Outside, delivery: Delivery, attempt: Attempt): void {
  releaseHeld(outside, delivery);
  const { subscription } = delivery;
  if (subscription === null) return;
  const failed = attempt.status === null || attempt.status < 200 || attempt.status > 299;
  const inARow = failed ? (outside.failures.get(subscription) ?? 0) + 1 : 0;
  outside.failures.set(subscription, inARow);
  if (inARow < FAILURES_IN_A_ROW) return;
  outside.world.shops.get(delivery.shop)?.webhookSubscriptions.delete(subscription);
  dropWaiting(outside.queue, (d) => d.subscription === subscription);
}

const SAVE_EVERY_MS = 60_000;

/** Saves the snapshot file every minute and on SIGINT and SIGTERM, then ends the process. For main.ts only. */
export function keepSnapshot(outside: Outside): void {
  const { snapshotFile, world } = outside;
  if (snapshotFile === null) return;
  setInterval(() => saveSnapshot(world, snapshotFile), SAVE_EVERY_MS).unref();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      saveSnapshot(world, snapshotFile);
      process.exit(0);
    });
  }
}
