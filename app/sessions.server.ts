/**
 * Sessions of the Shopify library on real columns. An offline token that is about to expire is refreshed here,
 * under a lock per shop: a refresh token works once, and two requests at once would burn it.
 */
import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { Database } from "./db.server.ts";
import type { Session as Row } from "./generated/prisma/client.ts";
import { CannotOpen, type TokenSeal } from "./tokenSeal.server.ts";

/** Asks Shopify for the next pair of tokens. */
export type Refresh = (shop: string, refreshToken: string) => Promise<Session>;

const REFRESH_BEFORE_MS = 5 * 60_000;

function sessionOf(row: Row): Session {
  const session = new Session({ id: row.id, shop: row.shop, state: row.state, isOnline: row.isOnline });
  if (row.scope !== null) session.scope = row.scope;
  if (row.expires) session.expires = row.expires;
  if (row.accessToken !== null) session.accessToken = row.accessToken;
  if (row.refreshToken !== null) session.refreshToken = row.refreshToken;
  if (row.refreshTokenExpires) session.refreshTokenExpires = row.refreshTokenExpires;
  return session;
}

function rowOf(session: Session): Row {
  return {
    id: session.id, shop: session.shop, state: session.state, isOnline: session.isOnline, scope: session.scope ?? null, expires: session.expires ?? null,
    accessToken: session.accessToken ?? null, refreshToken: session.refreshToken ?? null, refreshTokenExpires: session.refreshTokenExpires ?? null,
  };
}

const columns = ["accessToken", "refreshToken"] as const;

/** A row with its tokens passed through the seal, one way or the other. */
function throughSeal(row: Row, pass: TokenSeal["seal"]): Row {
  const token = (column: (typeof columns)[number]): string | null => (row[column] === null ? null : pass(row[column], `${row.id} ${column}`));
  return { ...row, accessToken: token("accessToken"), refreshToken: token("refreshToken") };
}

/** Seals what lies open or under an older key; run at the start, so that replacing a key is a restart. Returns how many rows changed. */
export async function resealTokens(db: Database, seal: TokenSeal): Promise<number> {
  const rows = (await db.prisma.session.findMany()).filter((row) => columns.some((column) => row[column] !== null && !seal.isCurrent(row[column])));
  const opened = (stored: string, place: string): string => (stored.startsWith("sealed") ? seal.open(stored, place) : stored);
  let changed = 0;
  for (const row of rows) {
    try {
      const { accessToken, refreshToken } = throughSeal(throughSeal(row, opened), seal.seal);
      // Only where nobody refreshed it in between.
      changed += (await db.prisma.session.updateMany({ where: { id: row.id, accessToken: row.accessToken, refreshToken: row.refreshToken }, data: { accessToken, refreshToken } })).count;
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
    }
  }
  return changed;
}

/** The library's session storage over our table, tokens sealed. `now` is the app's clock. */
export function sessionStorage({ db, now, refresh, seal }: { db: Database; now: () => Date; refresh: Refresh; seal: TokenSeal }): SessionStorage {
  const opened = (row: Row): Session | undefined => {
    try {
      return sessionOf(throughSeal(row, seal.open));
    } catch (error) {
      // As good as none: the library asks Shopify for a new one when staff open the app.
      if (error instanceof CannotOpen) return undefined;
      throw error;
    }
  };
  const store = async (session: Session): Promise<boolean> => {
    const row = throughSeal(rowOf(session), seal.seal);
    await db.prisma.session.upsert({ where: { id: row.id }, create: row, update: row });
    return true;
  };
  const stale = (row: Row): boolean => !row.isOnline && row.refreshToken !== null && row.expires !== null && row.expires.getTime() - now().getTime() < REFRESH_BEFORE_MS;
  const fresh = async (row: Row): Promise<Session | undefined> =>
    oneAtATime(db, `token ${row.shop}`, async () => {
      const current = (await db.prisma.session.findUnique({ where: { id: row.id } })) ?? row, session = opened(current);
      if (!session?.refreshToken || !stale(current)) return session;
      const next = await refresh(session.shop, session.refreshToken);
      await store(next);
      return next;
    });
  return {
    storeSession: store,
    loadSession: async (id) => {
      const row = await db.prisma.session.findUnique({ where: { id } });
      return row ? (stale(row) ? fresh(row) : opened(row)) : undefined;
    },
    deleteSession: async (id) => (await db.prisma.session.deleteMany({ where: { id } })).count > 0,
    deleteSessions: async (ids) => (await db.prisma.session.deleteMany({ where: { id: { in: ids } } })).count > 0,
    findSessionsByShop: async (shop) => (await db.prisma.session.findMany({ where: { shop } })).flatMap((row) => opened(row) ?? []),
  };
}

const waiting = new WeakMap<Database, Map<string, Promise<unknown>>>();

function queueOf(db: Database): Map<string, Promise<unknown>> {
  const known = waiting.get(db) ?? new Map<string, Promise<unknown>>();
  waiting.set(db, known);
  return known;
}

/** Runs work under a name, one at a time: in this process by a queue, between processes by PostgreSQL's advisory lock. */
export async function oneAtATime<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  const queue = queueOf(db), before = queue.get(name) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => (db.withLock ? db.withLock(name, work) : work()));
  queue.set(name, mine);
  try {
    return await mine;
  } finally {
    if (queue.get(name) === mine) queue.delete(name);
  }
}
