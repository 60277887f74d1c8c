/**
 * Sessions of the Shopify library on real columns. An offline token that is about to expire is refreshed here,
 * under a lock per shop: a refresh token works once, and two requests at once would burn it.
 */
import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { Database } from "./db.server.ts";
import type { Session as Row } from "./generated/prisma/client.ts";

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
  const user = session.onlineAccessInfo?.associated_user;
  return {
    id: session.id, shop: session.shop, state: session.state, isOnline: session.isOnline, scope: session.scope ?? null, expires: session.expires ?? null,
    accessToken: session.accessToken ?? null, refreshToken: session.refreshToken ?? null, refreshTokenExpires: session.refreshTokenExpires ?? null,
    userId: user ? BigInt(user.id) : null, userEmail: user?.email ?? null, userName: user ? `${user.first_name} ${user.last_name}`.trim() : null,
  };
}

/** The library's session storage over our table. `now` is the app's clock. */
export function sessionStorage({ db, now, refresh }: { db: Database; now: () => Date; refresh: Refresh }): SessionStorage {
  const store = async (session: Session): Promise<boolean> => {
    const row = rowOf(session);
    await db.prisma.session.upsert({ where: { id: row.id }, create: row, update: row });
    return true;
  };
  const stale = (row: Row): boolean => !row.isOnline && row.refreshToken !== null && row.expires !== null && row.expires.getTime() - now().getTime() < REFRESH_BEFORE_MS;
  const fresh = async (row: Row): Promise<Session> =>
    oneAtATime(db, `token ${row.shop}`, async () => {
      const current = await db.prisma.session.findUnique({ where: { id: row.id } });
      if (!current?.refreshToken || !stale(current)) return sessionOf(current ?? row);
      const next = await refresh(current.shop, current.refreshToken);
      await store(next);
      return next;
    });
  return {
    storeSession: store,
    loadSession: async (id) => {
      const row = await db.prisma.session.findUnique({ where: { id } });
      return row ? (stale(row) ? fresh(row) : sessionOf(row)) : undefined;
    },
    deleteSession: async (id) => (await db.prisma.session.deleteMany({ where: { id } })).count > 0,
    deleteSessions: async (ids) => (await db.prisma.session.deleteMany({ where: { id: { in: ids } } })).count > 0,
    findSessionsByShop: async (shop) => (await db.prisma.session.findMany({ where: { shop } })).map(sessionOf),
  };
}

const waiting = new Map<string, Promise<unknown>>();

/** Runs work under a name, one at a time: in this process by a queue, between processes by PostgreSQL's advisory lock. */
export async function oneAtATime<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(name) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => (db.withLock ? db.withLock(name, work) : work()));
  waiting.set(name, mine);
  try {
    return await mine;
  } finally {
    if (waiting.get(name) === mine) waiting.delete(name);
  }
}
