/** The app: what flows need, opened once at the start. */
import { openDatabase, type Database } from "./db.server.ts";
import type { Env } from "./env.server.ts";
import { installShop } from "./flows/installShop.ts";
import { receiveEvents } from "./flows/receiveEvents.ts";
import { openIntake, type Intake } from "./intake.server.ts";
import { openJobs, type Jobs } from "./jobs.server.ts";
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
  /** Fetches files that Shopify keeps, and nothing else. */
  fetchFile: typeof fetch;
  /** The only clock. */
  now: () => Date;
  close: () => Promise<void>;
}>;

/** Who does something: it stands in the timeline. */
export type Actor = Readonly<{ kind: "staff" | "customer" | "system"; name: string }>;

/** Opens database, queues and the Shopify library. `memory` keeps nothing; tests pass their own clock. */
export async function openApp(env: Env, { memory = false, now = () => new Date() }: { memory?: boolean; now?: () => Date } = {}): Promise<App> {
  const db = await openDatabase({ url: env.DATABASE_URL, folder: memory ? "memory" : env.DATA_FOLDER });
  await resealTokens(db, tokenSeal(env.TOKEN_KEYS));
  const jobs = await openJobs(db, env.DATABASE_URL, (error) => console.error(JSON.stringify({ level: "error", at: "queue", message: String(error) })));
  const { shopify, adminFor, isSigned } = openShopify({ env, db, now, installed: (shop) => installShop({ db, adminFor, jobs, now }, { shop }) });
  const intake = openIntake<NewEvent>({ store: receiveEvents({ db, now }), isOfOne: isUnstorable, sizeOf: (event) => event.payload.length });
  const close = async (): Promise<void> => {
    await jobs.close();
    await db.close();
  };
  return { env, db, jobs, shopify, apiKey: keysOf(env).key, signed: signerFrom(keysOf(env).secret), isSigned, intake, adminFor, fetchFile: fileFetch(env.DEVSTORE_URL), now, close };
}
