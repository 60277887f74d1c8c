/** Policy versions: added, never changed. */
import type { Tx } from "../db.server.ts";
import type { PolicyVersion } from "../generated/prisma/client.ts";
import { formatDay, parseDay, type Day } from "../../policy/dates.ts";
import { readPolicy } from "../../policy/policy.ts";
import { readingsApplied, type Choices, type PolicyInForce } from "../../policy/readings.ts";

export type PublishedPolicy = Readonly<{ row: PolicyVersion; inForce: PolicyInForce; settings: Record<string, string | number | null> }>;

const kept = new Map<string, PublishedPolicy>();
const MOST_KEPT = 200;

/** A stored version, compiled for deciding; kept in memory, since a version never changes. */
function published(row: PolicyVersion): PublishedPolicy {
  const known = kept.get(row.id);
  if (known) return known;
  const read = readPolicy(row.document);
  if ("errors" in read) throw new Error(`policy version ${row.version} of ${row.shop} does not read: ${read.errors.map((e) => `${e.path} ${e.message}`).join("; ")}`);
  const made = { row, inForce: readingsApplied(read.policy, row.choices as Choices), settings: row.settings as Record<string, string | number | null> };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(row.id, made);
  return made;
}

const dateOf = (day: Day): Date => new Date(`${formatDay(day)}T00:00:00Z`);

/** The version in force on a civil day: the one that came into force last until then; null before the first. */
export async function policyOn(tx: Tx, shop: string, day: Day): Promise<PublishedPolicy | null> {
  const row = await tx.policyVersion.findFirst({ where: { shop, inForceFrom: { lte: dateOf(day) } }, orderBy: [{ inForceFrom: "desc" }, { publishedAt: "desc" }] });
  return row ? published(row) : null;
}

/** The version of a name, which an RMA keeps. Throws where there is none. */
export async function policyNamed(tx: Tx, shop: string, version: string): Promise<PublishedPolicy> {
  return published(await tx.policyVersion.findUniqueOrThrow({ where: { shop_version: { shop, version } } }));
}

/** All versions of a shop, the newest first. */
export const policyVersions = (tx: Tx, shop: string): Promise<PolicyVersion[]> => tx.policyVersion.findMany({ where: { shop }, orderBy: [{ inForceFrom: "desc" }, { publishedAt: "desc" }] });

export type NewVersion = Readonly<{ id: string; shop: string; version: string; document: object; choices: Choices; settings: Record<string, string | number | null>; inForceFrom: string; publishedBy: string }>;

/** Adds a version; `inForceFrom` is a civil date. */
export async function addPolicyVersion(tx: Tx, { inForceFrom, ...row }: NewVersion): Promise<PolicyVersion> {
  return tx.policyVersion.create({ data: { ...row, inForceFrom: dateOf(parseDay(inForceFrom)) } });
}
