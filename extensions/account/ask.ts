import type { ApiError } from "../../app/api.ts";
import { host } from "./host.ts";
import { language } from "./words.ts";

/** Put in by the bundler: Shopify's CLI takes it from the app, or from .env. */
declare const process: { readonly env: { readonly APP_URL: string } };

/** Why there is no answer. `offline`: the app could not be reached, and nothing is known of what it did. */
export type Failure = Omit<ApiError["error"], "code"> & { readonly code: ApiError["error"]["code"] | "offline" };
export type Asked<T> = { readonly value: T; readonly failure?: never } | { readonly value?: never; readonly failure: Failure };
type Sent = { readonly method?: "GET" | "POST"; readonly body?: object };

const OFFLINE: Failure = { code: "offline", message: "" };

/** One request with a token of now; Shopify's tokens are good for minutes only. */
async function send(path: string, { method, body }: Sent): Promise<Response> {
  const url = new URL(`/api/customer/${path}`, process.env.APP_URL);
  url.searchParams.set("locale", language());
  return fetch(url.href, {
    method: method ?? (body ? "POST" : "GET"), ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { authorization: `Bearer ${await host().sessionToken.get()}`, ...(body ? { "content-type": "application/json" } : {}) },
  });
}

/** Asks the app by a path below /api/customer, once more with a new token where the first is not taken. Never rejects. */
export async function ask<T>(path: string, sent: Sent = {}): Promise<Asked<T>> {
  try {
    let answer = await send(path, sent);
    if (answer.status === 401) answer = await send(path, sent);
    if (answer.ok) return { value: (await answer.json()) as T };
    const { error } = (await answer.json()) as ApiError;
    return { failure: error };
  } catch {
    return { failure: OFFLINE };
  }
}

/** The number at the end of a gid, as paths have it. */
export const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
