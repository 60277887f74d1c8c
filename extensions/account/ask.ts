import type { ApiError } from "../../app/api.ts";
import { appUrl } from "./appUrl.ts";
import { host } from "./host.ts";
import { language } from "./words.ts";

/** Why there is no answer. `offline`: the app could not be reached, and nothing is known of what it did. `unbuilt`: these files do not know the app's address. */
export type Failure = Omit<ApiError["error"], "code"> & { readonly code: ApiError["error"]["code"] | "offline" | "unbuilt" };
export type Asked<T> = { readonly value: T; readonly failure?: never } | { readonly value?: never; readonly failure: Failure };
type Sent = { readonly method?: "GET" | "POST" | "PUT" | "DELETE"; readonly body?: object };

const OFFLINE: Failure = { code: "offline", message: "" };
/** For whoever builds them, who sees it at the first try. */
const UNBUILT: Failure = { code: "unbuilt", message: "APP_URL was not set when these extensions were built: put the app's address into .env as APP_URL, and build or deploy them again." };

/** One request with a token of now; Shopify's tokens are good for minutes only. */
async function send(base: string, path: string, { method, body }: Sent): Promise<Response> {
  const url = new URL(`/api/customer/${path}`, base);
  url.searchParams.set("locale", language());
  return fetch(url.href, {
    method: method ?? (body ? "POST" : "GET"), ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { authorization: `Bearer ${await host().sessionToken.get()}`, ...(body ? { "content-type": "application/json" } : {}) },
  });
}

/** Asks the app by a path below /api/customer, once more with a new token where the first is not taken. Never rejects. */
export async function ask<T>(path: string, sent: Sent = {}): Promise<Asked<T>> {
  const base = appUrl();
  if (base === null) return { failure: UNBUILT };
  try {
    let answer = await send(base, path, sent);
    if (answer.status === 401) answer = await send(base, path, sent);
    if (answer.ok) return { value: (await answer.json()) as T };
    const { error } = (await answer.json()) as ApiError;
    return { failure: error };
  } catch {
    return { failure: OFFLINE };
  }
}
