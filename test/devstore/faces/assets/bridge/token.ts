import { ask } from "./link.ts";

/** A fresh session token from the admin. */
export const idToken = (): Promise<string> => ask<string>("idToken");

/**
 * The library's bounce page names where to go in `shopify-reload` and waits for a token. Only pages of this app's own
 * server are opened: of another origin the path alone is taken.
 */
export async function reloadWithToken(): Promise<void> {
  const target = new URLSearchParams(location.search).get("shopify-reload");
  if (!target) return;
  const asked = new URL(target, location.href);
  const url = new URL(asked.pathname + asked.search, location.origin);
  url.searchParams.set("id_token", await idToken());
  location.replace(url);
}
