/**
 * Shopify's Admin API as one function, with calls and query points counted. Waits out a throttle that the
 * answer's own figures say is short; everything else is thrown to the one catch, in the job runner or the route.
 */

import { z } from "zod";
import { shapes } from "../types/shapes.generated.ts";
import { misfit } from "./fitsShape.ts";

/** A GraphQL document with the types of its answer and variables. */
export type Document<Data, Variables> = string & { readonly __data?: Data; readonly __variables?: Variables };

/**
 * The server runs this file from its source, routes their own copy in the bundle, and what the one throws the other catches:
 * `instanceof` goes by a mark that the copies share, not by the class.
 */
const marked = (error: unknown, mark: symbol): boolean => typeof error === "object" && error !== null && mark in error;
const AWAY = Symbol.for("recourse.ShopifyAway"), REJECTED = Symbol.for("recourse.ShopifyRejected");

/** Shopify is away: throttled for long, broken, too slow or cut off. */
export class ShopifyAway extends Error {
  static override [Symbol.hasInstance] = (error: unknown): boolean => marked(error, AWAY);
  readonly [AWAY] = true;
  /** The work may have been done although no answer came. */
  readonly unclear: boolean;
  constructor(message: string, unclear: boolean, cause?: unknown) {
    super(message, { cause });
    this.unclear = unclear;
  }
}

/** The connection broke before a whole answer was there. */
class CutOff extends ShopifyAway {
  static override [Symbol.hasInstance] = (error: unknown): boolean => CutOff.prototype.isPrototypeOf(error as object);
}

/** Shopify was away while something was only read: nothing can have been done. */
export function whileReading(error: unknown): never {
  throw error instanceof ShopifyAway && error.unclear ? new ShopifyAway(error.message, false, error) : error;
}

/** Shopify did not understand the call or does not allow it: our bug, or a scope that is missing. */
export class ShopifyRejected extends Error {
  static override [Symbol.hasInstance] = (error: unknown): boolean => marked(error, REJECTED);
  readonly [REJECTED] = true;
  readonly errors: readonly GraphqlError[];
  constructor(errors: readonly GraphqlError[]) {
    super(errors.map((error) => error.message).join("; "));
    this.errors = errors;
  }
}

type GraphqlError = Readonly<{ message: string; path?: readonly (string | number)[]; extensions?: Readonly<{ code?: string }> }>;
type Cost = Readonly<{ requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: Readonly<{ currentlyAvailable: number; restoreRate: number }> }>;
type Answer<Data> = Readonly<{ data?: Data | null; errors?: readonly GraphqlError[]; extensions?: Readonly<{ cost?: Cost }> }>;

export type Admin = Readonly<{
  shop: string;
  run: <Data, Variables extends Record<string, unknown>>(document: Document<Data, Variables>, variables: Variables) => Promise<Data>;
  /** Calls made and query points they cost, since this value was made. */
  spent: () => Readonly<{ calls: number; points: number }>;
}>;

const TIMEOUT_MS = 15_000, LONGEST_WAIT_MS = 4_000, TRIES = 3, PAUSE_MS = 100;

/** A document that only reads may be sent again whatever became of it. */
const isRead = (document: string): boolean => /^\s*(?:#graphql\s+)?query\b/.test(document);

/** An Admin API client for one shop. `fetch` is the global one or the dev store's; `wait` pauses for milliseconds. */
export function adminClient({ shop, accessToken, version, fetch: ask, wait }: {
  shop: string; accessToken: () => Promise<string>; version: string; fetch: typeof fetch; wait: (ms: number) => Promise<void>;
}): Admin {
  let calls = 0, points = 0;
  const once = async <Data>(document: string, variables: unknown): Promise<Answer<Data> | { throttledFor: number }> => {
    calls++;
    const response = await send(ask, `https://${shop}/admin/api/${version}/graphql.json`, await accessToken(), { query: document, variables });
    if (response.status === 429) return { throttledFor: Number(response.headers.get("retry-after") ?? 1) * 1000 };
    if (response.status >= 500) throw new ShopifyAway(`Shopify answered ${response.status}`, true);
    const answer = answerIn<Data>(await response.json().catch((error: unknown) => {
      throw new CutOff("Shopify's answer was cut off", true, error);
    }));
    if (!response.ok) throw new ShopifyRejected(answer.errors ?? [{ message: `Shopify answered ${response.status}` }]);
    const cost = answer.extensions?.cost;
    if (cost) points += cost.actualQueryCost ?? 0;
    if (cost && answer.errors?.some((error) => error.extensions?.code === "THROTTLED")) {
      return { throttledFor: Math.max(0, ((cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable) / cost.throttleStatus.restoreRate) * 1000) };
    }
    return answer;
  };
  /** A read whose connection broke is asked again, a change never: it may have been made. */
  const answered = async <Data>(document: string, variables: unknown): Promise<Answer<Data> | { throttledFor: number }> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once<Data>(document, variables);
      } catch (error) {
        if (!(error instanceof CutOff) || !isRead(document) || attempt === TRIES) throw error;
        await wait(attempt * PAUSE_MS);
      }
    }
  };
  return {
    shop,
    spent: () => ({ calls, points }),
    run: async (document, variables) => {
      for (let attempt = 1; ; attempt++) {
        const answer = await answered<never>(document, variables);
        if ("throttledFor" in answer) {
          if (attempt === TRIES || answer.throttledFor > LONGEST_WAIT_MS) throw new ShopifyAway("Shopify is throttling this shop", false);
          await wait(answer.throttledFor + 50);
          continue;
        }
        if (answer.errors?.length) throw new ShopifyRejected(answer.errors);
        if (answer.data === null || answer.data === undefined) throw new ShopifyAway("Shopify's answer had no data", true);
        return fitting(document, answer.data);
      }
    },
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const costSchema = z.object({ requestedQueryCost: z.number(), actualQueryCost: z.number().nullable(), throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }) });
const errorSchema = z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).optional(), extensions: z.object({ code: z.string().optional() }).optional() });

/** What stands around the data. Without an envelope that is one there is no answer. */
function answerIn<Data>(json: unknown): Answer<Data> {
  if (!isObject(json)) throw new ShopifyAway("Shopify's answer is no answer to a query", true);
  const { data, errors } = json, cost = costSchema.safeParse(isObject(json["extensions"]) ? json["extensions"]["cost"] : undefined);
  return { data: data as Data, ...(errors === undefined || errors === null ? {} : { errors: errorsIn(errors) }), ...(cost.success ? { extensions: { cost: cost.data } } : {}) };
}

/** Errors that cannot be read are errors all the same. */
function errorsIn(said: unknown): readonly GraphqlError[] {
  const read = z.array(errorSchema).safeParse(said);
  return read.success ? (read.data as readonly GraphqlError[]) : [{ message: `Shopify's errors cannot be read: ${JSON.stringify(said).slice(0, 200)}` }];
}

/** The answer where it fits its document; one that does not may still be of something that was done. */
function fitting<Data>(document: string, data: Data): Data {
  const shape = shapes[/(?:query|mutation)\s+(\w+)/.exec(document)?.[1] ?? ""], wrong = shape ? misfit(shape, data) : null;
  if (wrong) throw new ShopifyAway(`Shopify's answer does not fit: ${wrong}`, true);
  return data;
}

async function send(ask: typeof fetch, url: string, token: string, body: unknown): Promise<Response> {
  try {
    return await ask(url, {
      method: "POST", headers: { "content-type": "application/json", accept: "application/json", "x-shopify-access-token": token },
      body: JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError") throw new ShopifyAway("Shopify did not answer in time", true, error);
    throw new CutOff("The connection to Shopify was lost", true, error);
  }
}
