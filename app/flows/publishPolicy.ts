/** Publishes a policy version: a policy that is shipped with the app, or a document of the merchant's own. Never edited. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Issue } from "../../policy/claim.ts";
import { dayIn, formatDay, parseDay } from "../../policy/dates.ts";
import { loadPolicies } from "../../policy/load.ts";
import { readPolicy, type Policy } from "../../policy/policy.ts";
import type { Choices } from "../../policy/readings.ts";
import type { Actor, App } from "../app.server.ts";
import type { PolicyVersion } from "../generated/prisma/client.ts";
import { addPolicyVersion, policyVersions } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import { notUsable } from "./notUsable.ts";

export type PublishPolicy = Readonly<{
  shop: string; actor: Actor;
  /** The id of a shipped policy, or a document. */
  policy: string | object;
  choices?: Choices; settings?: Record<string, string | number | null>;
  /** A civil date. Left out: the first version holds for all orders, a later one from today. */
  inForceFrom?: string;
}>;

/** Before every order: what the first version is in force from when nothing else is said. */
const BEGINNING = "1970-01-01";
const folder = join(process.cwd(), "policy/merchants");
let shipped: ReadonlyMap<string, Policy> | undefined;

/** The policies that are shipped, by id. */
export const shippedPolicies = (): ReadonlyMap<string, Policy> => (shipped ??= loadPolicies(folder));

function policyFrom(input: string | object): Readonly<{ policy: Policy } | { errors: readonly Issue[] }> {
  if (typeof input !== "string") return readPolicy(input);
  const policy = shippedPolicies().get(input);
  return policy ? { policy } : { errors: [{ path: "policy", message: `${input} is not shipped with the app` }] };
}

const freeName = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted}.${n}`)) n++;
  return `${wanted}.${n}`;
};

/** The new version, or every issue with its path. */
export async function publishPolicy(app: App, { shop, actor, policy: input, choices = {}, settings = {}, inForceFrom }: PublishPolicy): Promise<Readonly<{ version: PolicyVersion } | { errors: readonly Issue[] }>> {
  const read = policyFrom(input);
  if ("errors" in read) return read;
  const errors = notUsable(read.policy, choices, settings);
  if (inForceFrom !== undefined && Number.isNaN(parseDay(inForceFrom))) errors.push({ path: "inForceFrom", message: "is not an existing date (YYYY-MM-DD)" });
  if (errors.length) return { errors };
  return app.db.prisma.$transaction(async (tx) => {
    const [row, versions] = [await shopOf(tx, shop), await policyVersions(tx, shop)];
    const today = formatDay(dayIn(app.now().toISOString(), row.zone));
    // Orders keep the terms they were placed under: only the first version may reach back.
    if (versions.length && inForceFrom !== undefined && inForceFrom < today) return { errors: [{ path: "inForceFrom", message: `is before today (${today}); orders already placed keep their terms` }] };
    const version = await addPolicyVersion(tx, {
      id: randomUUID(), shop, version: freeName(read.policy.version, new Set(versions.map((v) => v.version))), document: read.policy, choices, settings,
      inForceFrom: inForceFrom ?? (versions.length ? today : BEGINNING), publishedBy: actor.name,
    });
    // Orders that this version covers and the one before did not are read again.
    await app.jobs.send("reconcile", { shop }, { tx });
    return { version };
  });
}
