import { settings } from "./settings.ts";

export type Place = { readonly kind: "page"; readonly path: string } | { readonly kind: "own"; readonly path: string } | { readonly kind: "open"; readonly handle: string } | { readonly kind: "web"; readonly url: string };

const accountPath = (rest: string): string => `${settings.base}/${rest.replace(/^\//, "")}`;

/** The full page of an extension; one that belongs to an order takes it from `orderId` or from the page that it is on. */
function fullPage(handle: string, rest: string): Place {
  const kind = settings.pages[handle];
  const url = new URL(rest.startsWith("/") || rest === "" ? rest : `/${rest}`, location.origin);
  if (kind === undefined) throw new Error(`not modelled: extension:${handle} has no full page here`);
  if (kind === "shop") return { kind: "page", path: `${settings.base}/pages/${handle}${url.pathname.replace(/^\/$/, "")}${url.search}` };
  const order = url.searchParams.get("orderId") ?? settings.context.orderId;
  if (!order) throw new Error(`extension:${handle} belongs to an order: give it ?orderId=`);
  url.searchParams.delete("orderId");
  return { kind: "page", path: `${settings.base}/orders/${order.split("/").at(-1) ?? ""}/pages/${handle}${url.pathname.replace(/^\/$/, "")}${url.search}` };
}

function ofExtension(own: string, url: string): Place {
  const [, handle = "", rest = ""] = /^extension:(?:\/\/)?([\w-]*)(.*)$/s.exec(url) ?? [];
  if (settings.surface === "admin") return { kind: "open", handle };
  if (handle === "" || handle === own) return settings.page !== null ? { kind: "own", path: rest || "/" } : fullPage(own, rest);
  return fullPage(handle, rest);
}

/** Where an address leads (Shopify, "Custom protocols"). `own` is the extension that asks. Throws where it leads nowhere. */
export function placeOf(own: string, url: string): Place {
  if (url.startsWith("extension:")) return ofExtension(own, url);
  const account = /^shopify:\/*customer-account\/?(.*)$/.exec(url);
  if (account) return { kind: "page", path: accountPath(account[1] || "orders") };
  const admin = /^shopify:\/*admin\/?(.*)$/.exec(url);
  if (admin) return { kind: "page", path: `${settings.base}/${(admin[1] || "orders").replace(/^apps\/[^/]+/, settings.appBase.slice(settings.base.length + 1))}` };
  const app = /^app:\/*(.*)$/.exec(url);
  if (app) return { kind: "page", path: `${settings.appBase}/${app[1] ?? ""}` };
  if (/^https?:\/\//i.test(url)) return { kind: "web", url };
  if (!/^[/?#]/.test(url)) throw new Error(`not modelled: navigating to ${url}`);
  if (settings.surface !== "account") return { kind: "page", path: `${settings.appBase}${url}` };
  return settings.page !== null ? { kind: "own", path: url } : { kind: "page", path: accountPath(url) };
}
