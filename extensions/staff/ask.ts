import type { ApiError } from "../../app/api.ts";

/** An answer of the app, or why there is none. `message` null: the app could not be reached at all. */
export type Asked<T> = { readonly value: T; readonly message?: never } | { readonly value?: never; readonly message: string | null };

/**
 * Asks the app by a path below /api. In the admin and at the till the host puts the app's address before it and adds a session
 * token (Shopify, "App authentication"). Never rejects.
 */
export async function ask<T>(path: string, body?: object): Promise<Asked<T>> {
  try {
    const answer = await fetch(path, body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    if (answer.ok) return { value: (await answer.json()) as T };
    const { error } = (await answer.json()) as ApiError;
    return { message: error.message };
  } catch {
    return { message: null };
  }
}
