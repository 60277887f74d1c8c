/** The app: what flows need, opened once at the start. */
import { openDatabase, type Database } from "./db.server.ts";
import type { Env } from "./env.server.ts";
import { installShop } from "./flows/installShop.ts";
import { receiveEvents } from "./flows/receiveEvents.ts";
import { openIntake, type Intake } from "./intake.server.ts";
import { openJobs, type Jobs } from "./jobs.server.ts";
import { openLog, type Log, type LogLevel } from "./log.server.ts";
import { openMetrics, type Metrics } from "./metrics.server.ts";
import { missing } from "./missing.server.ts";
import { resealTokens } from "./sessions.server.ts";
import { keysOf, openShopify, type Shopify } from "./shopify.server.ts";
import { signerFrom, type Signer } from "./signed.server.ts";
import type { Admin } from "./shopify/admin.ts";
import { fileFetch } from "./shopify/fileFetch.ts";
import type { NewEvent } from "./store/events.ts";
import { isUnstorable } from "./store/isUnstorable.ts";
import { tokenSeal } from "./tokenSeal.server.ts";

export type App = Readonly<{
  env: Env;
  db: Database;
  jobs: Jobs;
  shopify: Shopify;
  /** The app's public key; the secret stays in shopify.server.ts. */
  apiKey: string;
  /** Signs links and handles by a key of its own. */
  signed: Signer;
  /** Whether Shopify signed these bytes: a webhook's body and its signature. */
  isSigned: (body: Buffer, signature: string) => boolean;
  /** Webhooks on their way into the database. */
  intake: Intake<NewEvent>;
  adminFor: (shop: string) => Admin;
  /** What Shopify calls a member of staff, told for their session token. */
  askStaff: (shop: string, about: Readonly<{ userId: string; token: string }>) => Promise<string | null>;
  /** Fetches files that Shopify keeps, and nothing else. */
  fetchFile: typeof fetch;
  /** The only clock. */
  now: () => Date;
  log: Log;
  metrics: Metrics;
  /** What keeps this process from taking work, in words; null where nothing does. */
  missing: () => Promise<string | null>;
  close: () => Promise<void>;
}>;

/** Who does something: it stands in the timeline. */
export type Actor = Readonly<{ kind: "staff" | "customer" | "system"; name: string }>;

/** Beside the local Shopify somebody reads along on a screen: there it says what is wrong and no more. */
const levelOf = (env: Env): LogLevel => (env.DEVSTORE_URL ? "warn" : "info");

/** Opens database, queues and the Shopify library. Tests pass their own clock and take the log's lines. */
export async function openApp(env: Env, { now = () => new Date(), write }: { now?: () => Date; write?: (line: string) => void } = {}): Promise<App> {
  const db = await openDatabase({ url: env.DATABASE_URL, folder: env.DATA_FOLDER });
  await resealTokens(db, tokenSeal(env.TOKEN_KEYS));
  const log = openLog(env.LOG_LEVEL ?? levelOf(env), write);
  const jobs = await openJobs(db, { url: env.DATABASE_URL, isTended: env.RUN_JOBS }, { log, worked: (...about) => metrics.job(...about) });
  const { shopify, adminFor, askStaff, isSigned } = openShopify({ env, db, now, log, spent: (calls, points) => metrics.shopify(calls, points), installed: (shop) => installShop({ db, adminFor, jobs, now }, { shop }) });
  const intake = openIntake<NewEvent>({ store: receiveEvents({ db, now }), isOfOne: isUnstorable, sizeOf: (event) => event.payload.length });
  const metrics = openMetrics({ db, intake });
  const close = async (): Promise<void> => {
    await jobs.close();
    await db.close();
  };
  return { env, db, jobs, shopify, apiKey: keysOf(env).key, signed: signerFrom(keysOf(env).secret), isSigned, intake, adminFor, askStaff, fetchFile: fileFetch(env.DEVSTORE_URL), now, log, metrics, missing: () => missing({ db, jobs }), close };
}
