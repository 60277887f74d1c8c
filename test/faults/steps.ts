/**
 * Every step at which the app touches the database, the queue or Shopify, seen at the seams it goes through: the database
 * driver (pg's Client, PGlite) and fetch. Nothing is listed by name: what a watched piece of work sends there is a step.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { PGlite, type PGliteOptions, type Transaction } from "@electric-sql/pglite";
import pg from "pg";

/** `isInside`: in a transaction that is still open after it. `writes`: it may change what others see, at Shopify or here. */
export type Step = Readonly<{ n: number; kind: "database" | "queue" | "shopify" | "webhook" | "job"; what: string; isInside: boolean; writes: boolean }>;
/** Hears of each step of the work it watches. `before` may throw, wait, or answer in Shopify's place; `after` comes with the step's work done. */
export type Watch = { n: number; before: (step: Step, request?: () => Promise<Response>) => Promise<Response | void>; after: (step: Step) => Promise<void> };
type About = Omit<Step, "n">;
/** A step by what it does and which of its kind it is in its chapter, from 1. What runs side by side has no order, so its number would not find it again. */
export type Target = Readonly<{ what: string; nth: number }>;

/** A step as it is called in a run. */
export const nameOf = (step: Pick<Step, "kind" | "what">): string => `${step.kind} ${step.what}`;

/** Names steps as they come. */
export function targets(): (step: Pick<Step, "kind" | "what">) => Target {
  const seen = new Map<string, number>();
  return (step) => {
    const what = nameOf(step), nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    return { what, nth };
  };
}

const watching = new AsyncLocalStorage<Watch | null>();

/** Runs work whose steps are watched; with null nobody watches. */
export const watched = <T>(watch: Watch | null, work: () => Promise<T>): Promise<T> => watching.run(watch, work);

/** A step that no driver sees: a webhook or a job is handed to the app. */
export async function step<T>(about: About, work: () => Promise<T>): Promise<T> {
  const watch = watching.getStore();
  if (!watch) return work();
  const now = { ...about, n: ++watch.n };
  await watch.before(now);
  const result = await work();
  await watch.after(now);
  return result;
}

const isRead = (text: string): boolean => /^\s*(SELECT|SET|SHOW)\b/i.test(text) && !/pg_advisory|FOR UPDATE/i.test(text);
const statement = (text: string, isInside: boolean): About => ({
  kind: /pgboss/.test(text) ? "queue" : "database", what: text.replace(/\s+/g, " ").trim().slice(0, 90), isInside: isInside && !/^\s*(COMMIT|ROLLBACK)/i.test(text), writes: !isRead(text),
});

type Query = (config: unknown, values?: unknown, callback?: unknown) => Promise<unknown> | undefined;
type Callback = (error: unknown, result?: unknown) => void;

/** pg: each query of each connection, transactions followed by the connection they are on. */
function watchPg(): void {
  const prototype = pg.Client.prototype as unknown as { query: Query }, plain = prototype.query, open = new WeakSet<object>();
  prototype.query = function (this: object, config, values, callback) {
    const text = typeof config === "string" ? config : (config as { text?: string } | null)?.text;
    if (!watching.getStore() || text === undefined) return plain.call(this, config, values, callback);
    if (/^\s*BEGIN/i.test(text) && !/COMMIT/i.test(text)) open.add(this);
    const about = statement(text, open.has(this));
    if (!about.isInside) open.delete(this);
    const done = [values, callback].find((one) => typeof one === "function") as Callback | undefined;
    const promise = step(about, async () => plain.call(this, config, typeof values === "function" ? undefined : values));
    if (!done) return promise;
    promise.then((result) => done(undefined, result), done);
    return undefined;
  };
}

/** What PGlite's own methods do, watched; a transaction's end is a step of its own. */
function watchedPglite(db: PGlite): PGlite {
  const query = db.query.bind(db), exec = db.exec.bind(db), transaction = db.transaction.bind(db);
  const inside = (tx: Transaction): Transaction => Object.create(tx, {
    query: { value: (text: string, ...rest: []) => step(statement(text, true), () => tx.query(text, ...rest)) }, exec: { value: (text: string) => step(statement(text, true), () => tx.exec(text)) },
    rollback: { value: () => step(statement("ROLLBACK", true), () => tx.rollback()) }, closed: { get: () => tx.closed },
  }) as Transaction;
  const end = statement("COMMIT", false);
  return Object.assign(db, {
    query: (text: string, ...rest: []) => step(statement(text, false), () => query(text, ...rest)), exec: (text: string) => step(statement(text, false), () => exec(text)),
    transaction: async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
      const watch = watching.getStore(), ends = { ...end, n: 0 };
      await step(statement("BEGIN", true), async () => {});
      const result = await transaction(async (tx) => {
        const value = await work(inside(tx));
        if (watch && !tx.closed) await watch.before(Object.assign(ends, { n: ++watch.n }));
        return value;
      });
      if (watch && ends.n) await watch.after(ends);
      return result;
    },
  });
}

/** With `buffers` each takes so much memory instead of what the app gives it, which has to be cleared at its start. */
function watchPglites(buffers: string | undefined): void {
  const create = PGlite.create.bind(PGlite) as (folder: string, options?: PGliteOptions) => Promise<PGlite>, small = buffers ? ["-c", `shared_buffers=${buffers}`] : [];
  Object.assign(PGlite, { create: async (folder: string, options: PGliteOptions = {}) => watchedPglite(await create(folder, { ...options, startParams: [...(options.startParams ?? PGlite.defaultStartParams), ...small] })) });
}

const operationIn = (body: unknown): string | undefined => (typeof body === "string" ? /\b(query|mutation)\s+\w+/.exec(body)?.[0] : undefined);

/** fetch: each request the app makes, reads of a file too. */
function watchFetch(): void {
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const watch = watching.getStore();
    if (!watch) return plain(input, init);
    const path = new URL(input instanceof Request ? input.url : input).pathname, operation = operationIn(init?.body) ?? `${init?.method ?? "GET"} ${path.replace(/^\/[^/]+\.myshopify\.com/, "")}`;
    const now: Step = { n: ++watch.n, kind: "shopify", what: operation, isInside: false, writes: operation.startsWith("mutation") || init?.method === "POST" && !operation.startsWith("query") };
    const { signal: _given, ...patient } = init ?? {};
    const instead = await watch.before(now, () => watching.run(null, () => plain(input, patient)));
    if (instead) return instead;
    const response = await plain(input, init);
    await watch.after(now);
    return response;
  };
}

let isInPlace = false;

/** Puts the seams in place, once per process, before any database is opened. */
export function watchSteps({ buffers }: Readonly<{ buffers?: string }> = {}): void {
  if (isInPlace) return;
  isInPlace = true;
  watchPg();
  watchPglites(buffers);
  watchFetch();
}
