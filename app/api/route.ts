/**
 * A route of the API: whoever asks is known first, then how often, then what; whatever is thrown becomes one answer. The same
 * function answers a route's loader and its action, and the browser's preflight.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Actor, App } from "../app.server.ts";
import { ShopifyAway } from "../shopify/admin.ts";
import { OrderTooLarge } from "../shopify/order.ts";
import { staffName, tokenOf } from "../staffName.ts";
import { localeOf, wordsIn, type AccountWords, type Locale } from "../words/account.ts";
import { bodyOf } from "./body.ts";
import { originOf, preflight, withCors } from "./cors.ts";
import { Failure, failureAnswer } from "./failure.ts";
import { Counter, limits, type Limit } from "./rate.ts";
import { customerOf, staffOf } from "./who.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
/** `ask` is what flows need to know of who asks. */
export type Asking = Readonly<{ app: App; shop: string; actor: Actor; locale: Locale; words: AccountWords; url: URL; params: Readonly<Record<string, string | undefined>> }>;
export type CustomerAsking = Asking & Readonly<{ customerId: string }>;

type Method<A extends Asking> = Readonly<{ limit?: Limit; status?: number; body?: z.ZodType; mostBytes?: number; answer: (asking: A, body: never) => Promise<object> }>;
export type Methods<A extends Asking> = Readonly<Partial<Record<"GET" | "POST" | "PUT" | "DELETE", Method<A>>>>;

/** A method that reads a body: `answer` gets it as its schema has it. */
export const taking = <A extends Asking, Shape extends z.ZodType>(body: Shape, answer: (asking: A, body: z.infer<Shape>) => Promise<object>, more: Readonly<{ limit?: Limit; status?: number; mostBytes?: number }> = {}): Method<A> =>
  ({ ...more, body, answer: answer as (asking: A, body: never) => Promise<object> });

const counter = new Counter();

function admitted(app: App, who: string, shop: string, limit: Limit): void {
  const now = app.now().getTime(), wait = counter.take(`${shop} ${who}`, limit, now) ?? counter.take(shop, limits.shop, now);
  if (wait !== null) throw new Failure("too_many", { retryAfter: wait });
}

type Known<A extends Asking> = Readonly<{ who: string } & Omit<A, "app" | "locale" | "words" | "url" | "params">>;

async function answered<A extends Asking>({ request, params, context: { app } }: Args, methods: Methods<A>, know: (app: App, request: Request) => Promise<Known<A>>, locale: Locale): Promise<Response> {
  const method = methods[request.method as keyof Methods<A>];
  if (!method) throw new Failure("wrong_method");
  const { who, ...known } = await know(app, request);
  admitted(app, who, known.shop, method.limit ?? (request.method === "GET" ? limits.read : limits.write));
  const body = method.body ? await bodyOf(request, method.body, method.mostBytes) : undefined;
  const asking = { app, locale, words: wordsIn(locale), url: new URL(request.url), params, ...known } as unknown as A;
  return Response.json(await method.answer(asking, body as never), { status: method.status ?? 200, headers: { "cache-control": "no-store", "content-language": locale } });
}

/** What was thrown, as an answer. Shopify's silence is told apart from our own bugs, which Remix reports. */
function told(error: unknown, locale: Locale): Response {
  const { failures } = wordsIn(locale);
  if (error instanceof Failure) return failureAnswer(error, failures);
  if (error instanceof OrderTooLarge) return failureAnswer(new Failure("too_many_lines"), failures);
  if (error instanceof ShopifyAway) return failureAnswer(new Failure("away", { retryAfter: 5 }), failures);
  throw error;
}

function routeOf<A extends Asking>(methods: Methods<A>, know: (app: App, request: Request) => Promise<Known<A>>) {
  return async (args: Args): Promise<Response> => {
    const { request, context: { app } } = args, origin = originOf(request, app.env), locale = localeOf(request);
    if (origin === "refused") return failureAnswer(new Failure("forbidden"), wordsIn(locale).failures);
    if (request.method === "OPTIONS") return preflight(origin, Object.keys(methods));
    return withCors(await answered(args, methods, know, locale).catch((error: unknown) => told(error, locale)), origin);
  };
}

/** A route of a signed-in customer. */
export const customerRoute = (methods: Methods<CustomerAsking>) =>
  routeOf(methods, async (app, request) => {
    const { shop, customerId } = await customerOf(app, request);
    return { who: customerId, shop, customerId, actor: { kind: "customer", name: "Customer" } };
  });

/** A route of staff, in the admin or at the counter. */
export const staffRoute = (methods: Methods<Asking>) =>
  routeOf(methods, async (app, request) => {
    const { shop, userId } = await staffOf(app, request);
    return { who: `staff ${userId}`, shop, actor: { kind: "staff", name: await staffName(app, { shop, userId, token: tokenOf(request) }) } };
  });

/** The gid that a path's part names: a number, or the whole gid percent-encoded. Throws Failure not_found for anything else. */
export function gidIn(params: Asking["params"], name: string, type: string): string {
  const text = params[name] ?? "", id = /^\d{1,20}$/.test(text) ? `gid://shopify/${type}/${text}` : text;
  if (!new RegExp(`^gid://shopify/${type}/\\d{1,20}$`).test(id)) throw new Failure("not_found");
  return id;
}
