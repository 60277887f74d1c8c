import { isEmbedded, ownScript } from "./link.ts";

const KEPT = "devstore-app-bridge";
type Kept = { shop?: string; host?: string; locale?: string };

/** Shop, host and locale come in the first address only; later pages of the same tab remember them. */
function kept(): Kept {
  const params = new URLSearchParams(location.search);
  let before: Kept = {};
  try {
    before = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as Kept;
  } catch {
    // A full or forbidden storage only costs the memory of earlier pages.
  }
  const now: Kept = { shop: params.get("shop") ?? before.shop, host: params.get("host") ?? before.host, locale: params.get("locale") ?? before.locale };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(now));
  } catch {
    // As above.
  }
  return now;
}

const apiKey = ownScript?.dataset["apiKey"] ?? document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content ?? "";
const { shop, host, locale } = kept();

/** `shopify.config`. An app may add `appOrigins`, to which fetch sends its token too. */
export const config: { apiKey: string; shop?: string; host?: string; locale: string; appOrigins?: string[]; disabledFeatures: string[]; experimentalFeatures: string[] } = {
  apiKey, shop, host, locale: locale ?? "en", disabledFeatures: [], experimentalFeatures: [],
};

export const environment = { mobile: false, embedded: isEmbedded, pos: false };
