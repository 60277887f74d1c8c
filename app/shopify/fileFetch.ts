/** Files that Shopify keeps for us: bulk results, uploads. Their addresses come from answers; nothing else is ever fetched by address. */

/** An address that is not one of Shopify's: this server asks nothing there. */
export class NotShopifys extends Error {
  constructor(host: string) {
    super(`${host} is not a host that Shopify keeps files on`);
  }
}

const hosts = /(^|\.)(shopify\.com|shopifycdn\.com|shopifycloud\.com|myshopify\.com)$|^(storage\.googleapis\.com|[a-z0-9-]+\.storage\.googleapis\.com)$/;

function isShopifys({ protocol, hostname, port, username, origin }: URL, devstore: string | undefined): boolean {
  if (devstore !== undefined && origin === new URL(devstore).origin) return true;
  return protocol === "https:" && port === "" && username === "" && hosts.test(hostname);
}

/** A fetch for files: https on Shopify's hosts (or the local Shopify's own), and no redirect to another. Throws NotShopifys. */
export const fileFetch = (devstore: string | undefined): typeof fetch => (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  return isShopifys(url, devstore) ? fetch(url, { ...init, redirect: "error" }) : Promise.reject(new NotShopifys(url.hostname));
};
