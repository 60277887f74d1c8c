import { hear, isEmbedded, tell } from "./link.ts";

const plainOpen = window.open.bind(window);
let listeners = 0;

/** Opens an address around the app: in the whole window. */
export function openOutside(url: string): void {
  if (isEmbedded) tell("outside", { url });
  else location.assign(url);
}

const isAdminLink = (url: string): boolean => /^shopify:/i.test(url);

/** window.open: what belongs to the admin or to the whole window goes through the admin. */
export function bridgeOpen(url?: string | URL, target?: string, features?: string): Window | null {
  const address = String(url ?? "");
  if (address === "" || (!isAdminLink(address) && (target !== "_top" && target !== "_parent"))) return plainOpen(url, target, features);
  openOutside(isAdminLink(address) ? address : new URL(address, location.href).href);
  return null;
}

function clicked(event: MouseEvent): void {
  const path = event.composedPath();
  const link = path.find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.hasAttribute("href"));
  const href = link?.getAttribute("href") ?? "";
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (!isAdminLink(href) && link.target !== "_top" && link.target !== "_parent") return;
  event.preventDefault();
  openOutside(isAdminLink(href) ? href : link.href);
}

/** Lets the app's router go there, or the browser when no router listens. */
export function navigateTo(link: HTMLElement): void {
  const href = link.getAttribute("href");
  if (!href) return;
  if (listeners > 0) link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, composed: true }));
  else location.assign(href);
}

function countListeners(): void {
  const add = document.addEventListener.bind(document) as EventTarget["addEventListener"];
  const remove = document.removeEventListener.bind(document) as EventTarget["removeEventListener"];
  document.addEventListener = (...given: Parameters<EventTarget["addEventListener"]>) => {
    if (given[0] === "shopify:navigate") listeners += 1;
    add(...given);
  };
  document.removeEventListener = (...given: Parameters<EventTarget["removeEventListener"]>) => {
    if (given[0] === "shopify:navigate") listeners -= 1;
    remove(...given);
  };
}

const OURS = ["embedded", "hmac", "host", "id_token", "locale", "session", "shop", "timestamp"];

function tellPath(): void {
  const params = new URLSearchParams(location.search);
  for (const name of OURS) params.delete(name);
  const query = params.toString();
  tell("path", { path: location.pathname + (query ? `?${query}` : "") });
}

function follow(name: "pushState" | "replaceState"): void {
  const plain = history[name].bind(history);
  history[name] = (...given: Parameters<History["pushState"]>) => {
    plain(...given);
    tellPath();
  };
}

/** Links, window.open and the address bar of the admin. */
export function watchNavigation(): void {
  countListeners();
  document.addEventListener("click", clicked);
  window.open = bridgeOpen;
  follow("pushState");
  follow("replaceState");
  window.addEventListener("popstate", tellPath);
  hear<{ href: string }>("go", ({ href }) => location.assign(href));
  tellPath();
}
