/** Every request gets an id, a line in the log and its place in the figures. */
import { randomUUID } from "node:crypto";
import type { App } from "./app.server.ts";

/** What a proxy may have named the request. */
const named = /^[\w-]{8,64}$/;
const MOST_SEGMENTS = 7;

/** Paths as patterns: a segment that is no word of a route is somebody's id, and stands in neither log nor figures. */
export function routePattern(words: ReadonlySet<string>): (path: string) => string {
  return (path) => {
    const segments = path.replace(/\.data$/, "").split("/").filter((segment) => segment !== "");
    return `/${segments.slice(0, MOST_SEGMENTS).map((segment) => (words.has(segment) ? segment : ":id")).join("/")}`;
  };
}

/** The id of the RMA a path names. */
const rmaIn = (path: string): string | undefined => /\/rmas\/([\w-]+)(?:\.data|\/|$)/.exec(path)?.[1];

type Handle = (request: Request, id: string) => Promise<Response>;

/** The same handler, observed; `x-request-id` of the answer is the id in the log. */
export function observed({ log, metrics }: Pick<App, "log" | "metrics">, pattern: (path: string) => string, handle: Handle): (request: Request) => Promise<Response> {
  return async (request) => {
    const given = request.headers.get("x-request-id") ?? "", id = named.test(given) ? given : randomUUID();
    const { pathname } = new URL(request.url), route = pattern(pathname), rma = rmaIn(pathname), since = performance.now();
    return log.within({ request: id, route, method: request.method, ...(rma ? { rma } : {}) }, async () => {
      const response = await handle(request, id);
      const ms = performance.now() - since, { status } = response;
      metrics.request({ route, method: request.method, status, ms });
      log[status >= 500 ? "error" : "info"]("answered", { status, ms });
      response.headers.set("x-request-id", id);
      return response;
    });
  };
}
