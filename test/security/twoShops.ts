/** Two shops in one app, served as in production: one with orders and a case, one that must see nothing of it. */
import { Prisma } from "../../app/generated/prisma/client.ts";
import { installShop } from "../../app/flows/installShop.ts";
import { fetchHandler } from "../../app/serve.server.ts";
import { UNWANTED } from "../app/asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "../app/merchantShop.ts";
import { stepsOf } from "../app/rmaSteps.ts";
import { install, stand } from "../app/stand.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";

export const OTHER = "other.myshopify.com";

export type TwoShops = Readonly<{
  m: MerchantShop; placed: Placed; rmaId: string; number: string;
  /** Asks the served app; `as` is the shop whose staff asks, null for nobody. */
  ask: (path: string, as: string | null, init?: RequestInit) => Promise<Response>;
  token: (shop: string) => Promise<string>;
  /** A token of the customer whose case it is. */
  customersToken: () => Promise<string>;
  /** Every row of every table but the ledgers that a refused request may lengthen. */
  rows: () => Promise<string>;
  /** The log's lines so far. */
  logged: readonly string[];
  close: () => Promise<void>;
}>;

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
/** Who looked is written down although they saw nothing; a first look also makes the other shop's own session and names its staff. */
const ledgers = new Set(["Session", "Staff", "AuditEntry"]);

/** Tables by Prisma's own list, so that a new one is looked at without a word here. */
export const tables = Object.values(Prisma.ModelName);

export async function twoShops(): Promise<TwoShops> {
  const logged: string[] = [];
  const m = await merchantShop("amcrest", { stand: (fill, options) => stand(fill, { ...options, write: (line) => void logged.push(line) }) }), { app, store, world } = m.s;
  addShop(world, createShop({ domain: OTHER, currency: "USD", tokens: [] }));
  await install(m.s, OTHER);
  await installShop(app, { shop: OTHER });
  const placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }] });
  const rma = await stepsOf(m).requested(placed, { request: { ...UNWANTED } });
  const handle = await fetchHandler(app, process.env["BUILD_FOLDER"] ?? "build");
  const mint = async (about: object): Promise<string> => ((await (await fetch(`${store.origin}/__mint`, { method: "POST", body: JSON.stringify(about) })).json()) as { token: string }).token;
  const token = (shop: string): Promise<string> => mint({ shop, for: "admin" });
  const customersToken = async (): Promise<string> => mint({ shop: m.shop, for: "customer", customer: (await app.db.prisma.rma.findFirstOrThrow({ where: { id: rma.id } })).customerId });
  const ask: TwoShops["ask"] = async (path, as, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("user-agent", BROWSER);
    if (as) headers.set("authorization", `Bearer ${await token(as)}`);
    return handle(new Request(new URL(path, app.env.SHOPIFY_APP_URL), { ...init, headers, redirect: "manual" }));
  };
  const rows = async (): Promise<string> => {
    const all = await Promise.all(tables.filter((table) => !ledgers.has(table)).map((table) => app.db.sql.query(`SELECT * FROM "${table}" ORDER BY 1, 2, 3`)));
    return JSON.stringify(all, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  };
  return { m, placed, rmaId: rma.id, number: rma.number, ask, token, customersToken, rows, logged, close: () => m.s.close() };
}
