import { settings, tellApp } from "./frame.ts";

/** Where an address that the app opens around itself leads here; null: to the web, which this store does not open. */
export function localAddress(url: string): string | null {
  const own = /^(?:shopify:\/*admin|https:\/\/admin\.shopify\.com\/store\/[^/]+)(\/.*)?$/i.exec(url);
  const path = own ? (own[1] ?? "/orders") : null;
  if (path !== null) return path.startsWith(`/apps/${settings.app.clientId}`) ? path.replace(`/apps/${settings.app.clientId}`, settings.base) : settings.store + path;
  const shop = new URL(url, location.href);
  if (shop.hostname === settings.shop) return `/${settings.shop}${shop.pathname}${shop.search}`;
  if (shop.origin === settings.app.origin || shop.origin === location.origin) return shop.href;
  return null;
}

/** Opens an address in the whole window: the admin's pages here, the app's own in its frame's place. */
export function goOutside({ url }: { url: string }): void {
  const to = localAddress(url);
  if (to === null) {
    window.open(url, "_blank", "noopener");
    return;
  }
  if (to.startsWith(settings.base)) tellApp("go", { href: to.slice(settings.base.length) || "/" });
  else location.assign(to);
}
