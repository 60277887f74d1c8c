/** A merchant's shop with the API served as in production: calls of its customers and staff, each with a token of their own. */
import { SignJWT } from "jose";
import { fetchHandler } from "../../app/serve.server.ts";
import { merchantShop, type MerchantShop, type OrderPlan, type Placed } from "../app/merchantShop.ts";

export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
export const EXTENSIONS = "https://extensions.shopifycdn.com";

/** A customer who has no order in the shop. */
export const STRANGER = "gid://shopify/Customer/987654321";

export type Asked = Readonly<{ method?: string; body?: unknown; headers?: Readonly<Record<string, string>>; raw?: BodyInit; locale?: string }>;
export type ApiAnswer<T> = Readonly<{ status: number; body: T; headers: Headers }>;
export type Signing = Readonly<{ alg: string; from: number; until: number; secret: string }>;
export type ApiShop = MerchantShop & Readonly<{
  /** The customer of the placed orders, a gid. */
  customerOf: (placed: Placed) => Promise<string>;
  mint: (about: object) => Promise<string>;
  /** A token of our own making; left out, it is as a customer account extension's is. */
  sign: (claims?: object, by?: Partial<Signing>) => Promise<string>;
  /** Asks with a token as it stands; null sends none. */
  call: <T>(path: string, token: string | null, asked?: Asked) => Promise<ApiAnswer<T>>;
  as: (customer: string) => <T>(path: string, asked?: Asked) => Promise<ApiAnswer<T>>;
  asStaff: <T>(path: string, asked?: Asked) => Promise<ApiAnswer<T>>;
}>;

export async function apiShop(id: string, options: Parameters<typeof merchantShop>[1] = {}): Promise<ApiShop> {
  const m = await merchantShop(id, options), handle = await fetchHandler(m.s.app, process.env["BUILD_FOLDER"] ?? "build");
  const mint = async (about: object): Promise<string> => ((await (await fetch(`${m.s.store.origin}/__mint`, { method: "POST", body: JSON.stringify({ shop: m.shop, ...about }) })).json()) as { token: string }).token;
  const sign: ApiShop["sign"] = (claims = {}, by = {}) => {
    const now = Math.floor(Date.now() / 1000), { alg, from, until, secret }: Signing = { alg: "HS256", from: now - 5, until: now + 250, secret: "recourse-local-secret", ...by };
    return new SignJWT({ dest: m.shop, aud: "recourse-local", jti: "j", iat: from, nbf: from, exp: until, ...claims }).setProtectedHeader({ alg, typ: "JWT" }).sign(new TextEncoder().encode(secret));
  };
  const call: ApiShop["call"] = async (path, token, { method, body, headers = {}, raw, locale } = {}) => {
    const url = new URL(path, m.s.app.env.SHOPIFY_APP_URL);
    if (locale) url.searchParams.set("locale", locale);
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await handle(new Request(url, {
      method: method ?? (sent === undefined ? "GET" : "POST"), ...(sent === undefined ? {} : { body: sent }),
      headers: { "user-agent": BROWSER, origin: EXTENSIONS, ...(sent === undefined ? {} : { "content-type": "application/json" }), ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    }));
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text) as never };
  };
  const customerOf = async (placed: Placed): Promise<string> => String((await m.ask("query C($id: ID!) { order(id: $id) { customer { id } } }", { id: placed.orderId }))["order"]?.["customer"]?.["id"]);
  return {
    ...m, customerOf, mint, sign, call,
    as: (customer) => async (path, asked) => call(path, customer === STRANGER ? await sign({ sub: STRANGER }) : await mint({ for: "customer", customer }), asked),
    asStaff: async (path, asked) => call(path, await mint({ for: "admin" }), asked),
  };
}

/** The number at the end of a gid. */
export const tail = (gid: string): string => gid.split("/").at(-1) ?? "";
export type { OrderPlan, Placed };
