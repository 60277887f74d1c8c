import { settings } from "./settings.ts";
import { hideToast, showToast } from "./toast.ts";

type Ear = (...args: never[]) => unknown;

async function text(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, { method: "POST", ...init });
  return response;
}

/** A fresh session token of this surface. */
export async function token(): Promise<string> {
  const response = await text(`${settings.base}/session-token`);
  if (!response.ok) throw new Error(`no session token: ${response.status}`);
  return response.text();
}

/** Shopify's own APIs, asked by the page with its own rights. */
async function direct(api: string, path: string, body: string): Promise<{ status: number; body: string }> {
  const response = await text(`${settings.base}/${api === "admin" ? "direct" : "customer-api"}/${path}`, { body, headers: { "content-type": "application/json" } });
  return { status: response.status, body: await response.text() };
}

/** What an extension keeps: by shop and extension, in this browser (at Shopify by customer or staff member; 1 MB is assumed). */
function storageOf(handle: string): Ear {
  const prefix = `extension ${settings.shop.domain} ${handle} ${settings.context.customerId ?? ""} `;
  const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return ((act: string, key: string, value: unknown): unknown => {
    const at = prefix + key;
    switch (act) {
      case "read": return JSON.parse(localStorage.getItem(at) ?? "null") as unknown;
      case "write": return void localStorage.setItem(at, JSON.stringify(value ?? null));
      case "delete": { const was = localStorage.getItem(at) !== null; localStorage.removeItem(at); return was; }
      case "clear": return void keys().forEach((k) => localStorage.removeItem(k));
      case "all": return Object.fromEntries(keys().map((k) => [k.slice(prefix.length), JSON.parse(localStorage.getItem(k) ?? "null") as unknown]));
      default: throw new Error(`not modelled: storage.${act}`);
    }
  }) as Ear;
}

/** What every extension may ask of the page. */
export const asksOf = (handle: string): Readonly<Record<string, Ear>> => ({
  token, direct: direct as Ear, storage: storageOf(handle), toast: showToast as Ear, toastHide: hideToast as Ear,
  analytics: () => true,
});

/** Fetches what is to be printed: from the app with a token, from elsewhere without. */
export async function printable(src: string): Promise<Blob> {
  const url = new URL(src, settings.appUrl);
  const headers: Record<string, string> = url.origin === new URL(settings.appUrl).origin ? { authorization: `Bearer ${await token()}` } : {};
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.blob();
}
