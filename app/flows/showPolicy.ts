/** A shop's policy as its screen shows it: the version in force, its readable page, all versions, and what there is to start from. */
import { check, type Finding } from "../../policy/check.ts";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { page } from "../../policy/page.ts";
import { asList, type Policy, type Scope } from "../../policy/policy.ts";
import type { App } from "../app.server.ts";
import { policyOn, policyVersions } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import { shippedPolicies } from "./publishPolicy.ts";

export type ShownVersion = Readonly<{ id: string; version: string; inForceFrom: string; publishedAt: string; publishedBy: string; state: "inForce" | "later" | "earlier" }>;
export type ShownPolicy = Readonly<{
  /** `from` is a civil date, null where the version holds for all orders. */
  inForce: Readonly<{ id: string; version: string; merchant: string; document: string; from: string | null }> | null;
  html: string | null; categories: readonly string[]; versions: readonly ShownVersion[];
  shipped: readonly Readonly<{ id: string; merchant: string; document: string; version: string; clauses: number; readings: number }>[];
}>;

const BEGINNING = "1970-01-01";

/** Days are the shop's. */
export async function showPolicy(app: App, { shop }: Readonly<{ shop: string }>): Promise<ShownPolicy> {
  const { zone } = await shopOf(app.db.prisma, shop), today = dayIn(app.now().toISOString(), zone);
  const [published, rows] = [await policyOn(app.db.prisma, shop, today), await policyVersions(app.db.prisma, shop)];
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  const state = (row: (typeof rows)[number]): ShownVersion["state"] => (row.id === published?.row.id ? "inForce" : day(row.inForceFrom) > formatDay(today) ? "later" : "earlier");
  const versions = rows.map((row): ShownVersion => ({ id: row.id, version: row.version, inForceFrom: day(row.inForceFrom), publishedAt: row.publishedAt.toISOString(), publishedBy: row.publishedBy, state: state(row) }));
  const from = published ? day(published.row.inForceFrom) : null, policy = published?.inForce.policy;
  return {
    inForce: published && policy ? { id: policy.id, version: published.row.version, merchant: policy.merchant, document: policy.document, from: from === BEGINNING ? null : from } : null,
    html: published ? page(published.inForce) : null, categories: policy ? categoriesOf(policy) : [], versions,
    shipped: rows.length ? [] : [...shippedPolicies().values()].map(({ id, merchant, document, version, clauses, readings }) => ({ id, merchant, document, version, clauses: clauses.length, readings: readings?.length ?? 0 })),
  };
}

/** Kinds of product that the policy names, in its list or in a clause's scope. */
function categoriesOf(policy: Policy): string[] {
  const scopes = scopesIn(policy.clauses);
  return [...new Set([...(policy.categories ?? []), ...scopes.flatMap((scope) => asList(scope.category)).filter((name): name is string => typeof name === "string")])];
}

/** Every scope of the clauses and of their effects. */
const scopesIn = (value: unknown): Scope[] =>
  typeof value !== "object" || value === null ? [] : Object.entries(value).flatMap(([name, inner]): Scope[] => (name === "when" || name === "unless" ? [...asList(inner as Scope | Scope[])] : scopesIn(inner)));

const known = new WeakMap<object, Finding[]>();

/** What the lint finds in the version in force, worked out once per version; nothing where none is in force. */
export async function checkPolicy(app: App, { shop }: Readonly<{ shop: string }>): Promise<readonly Finding[]> {
  const { zone } = await shopOf(app.db.prisma, shop);
  const published = await policyOn(app.db.prisma, shop, dayIn(app.now().toISOString(), zone));
  if (!published) return [];
  const found = known.get(published.inForce) ?? check(published.inForce);
  known.set(published.inForce, found);
  return found;
}
