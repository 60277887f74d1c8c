/** How a product is classed by the shop's mapping, and the terms that follow for one that arrives today. */
import type { Claim } from "../../policy/claim.ts";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { decide } from "../../policy/decide.ts";
import type { RemedyAnswer } from "../../policy/decision.ts";
import { dayText, listed, wordFor } from "../../policy/explain/inWords.ts";
import { ordinaryClaim } from "../../policy/matrix/ordinaryClaim.ts";
import { registrationTerms } from "../../policy/registration.ts";
import type { ApiSentence, StaffProduct } from "../api.ts";
import type { App } from "../app.server.ts";
import { kindOf, type ItemKind } from "../shopify/itemMapping.ts";
import { readProduct } from "../shopify/product.ts";
import { policyOn, type PublishedPolicy } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import type { AccountWords } from "../words/account.ts";
import { fill } from "../words/inWords.ts";
import type { NotFound } from "./orderInHand.ts";

type Kind = Readonly<{ kind: ItemKind; by: Readonly<Partial<Record<keyof ItemKind, number>>>; variants: string[] }>;

/** An ordinary sale of such an item that arrives today. */
function claimToday({ inForce, settings }: PublishedPolicy, kind: ItemKind, reason: string, at: string): Claim {
  const usual = ordinaryClaim(inForce.policy, { itemClass: kind.class ?? "new", reason }), { class: itemClass, category, line, onClearance, partOfKit } = kind;
  const { category: _category, class: _class, ...item } = usual.item;
  return {
    ...usual, askedAt: at, settings, order: { ...usual.order, placedAt: at, shippedAt: at },
    item: { ...item, deliveredAt: [at], ...(itemClass ? { class: itemClass } : {}), ...(category ? { category } : {}), ...(line ? { line } : {}), ...(onClearance ? { onClearance } : {}), ...(partOfKit ? { partOfKit } : {}) },
  };
}

function termsOf(policy: PublishedPolicy, kind: ItemKind, at: string, words: AccountWords): ApiSentence[] {
  const p = words.policy, until = ({ remedy, until: day }: RemedyAnswer): string => (day ? fill(words.product.until, { remedy: p.remedies[remedy], day: dayText(day.slice(0, 10), p) }) : p.remedies[remedy]);
  const said = (["unwanted", "defective"] as const).map((reason): ApiSentence => {
    const { remedies, declined } = decide(policy.inForce, claimToday(policy, kind, reason, at)), template = reason === "unwanted" ? words.product.unwanted : words.product.faulty;
    return { text: fill(template, { remedies: remedies.length ? listed(remedies.map(until), p) : words.product.nothing }), clauses: remedies.length ? [...new Set(remedies.flatMap(({ because }) => because))] : (declined[0]?.because ?? []) };
  });
  const { state, until: day, clauses } = registrationTerms(policy.inForce, claimToday(policy, kind, "defective", at));
  return state === "open" && day ? [...said, { text: fill(words.product.register, { day: dayText(day, p) }), clauses: clauses.map(({ id }) => id) }] : said;
}

const attributesOf = ({ kind, by }: Kind, words: AccountWords): StaffProduct["kinds"][number]["attributes"] =>
  Object.entries(kind).map(([name, value]) => {
    const at = name as keyof ItemKind, facts = words.policy.facts, known = { class: facts.class, category: facts.category, line: facts.line, onClearance: facts.clearance, partOfKit: facts.kit }[at];
    return { name, label: known.label, value: String(value), text: wordFor(known.is ?? {}, String(value)), byRule: by[at] ?? null };
  });

/** Variants that are classed alike stand together. One query at Shopify. */
export async function showProduct(app: App, { shop, productId, words }: Readonly<{ shop: string; productId: string; words: AccountWords }>): Promise<StaffProduct | NotFound> {
  const row = await shopOf(app.db.prisma, shop), product = await readProduct(app.adminFor(shop), productId), at = app.now().toISOString();
  if (!product) return { notFound: "line" };
  const policy = await policyOn(app.db.prisma, shop, dayIn(at, row.zone)), kinds = new Map<string, Kind>();
  for (const { title, line } of product.variants) {
    const { kind, by } = kindOf(row.settings.mapping, line), key = JSON.stringify(kind), known = kinds.get(key);
    if (known) known.variants.push(title);
    else kinds.set(key, { kind, by, variants: [title] });
  }
  const today = formatDay(dayIn(at, row.zone));
  return {
    productId: product.id, title: product.title, mappingPath: "/app/settings/mapping",
    kinds: [...kinds.values()].map((one) => ({ variants: one.variants, attributes: attributesOf(one, words), terms: policy ? termsOf(policy, one.kind, `${today}T12:00:00Z`, words) : [] })),
  };
}
