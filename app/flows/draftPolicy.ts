/** A policy before it is published: one that is shipped, a version of the shop's own, or a document the merchant brings. */
import { join } from "node:path";
import type { Issue } from "../../policy/claim.ts";
import { readPolicyText } from "../../policy/load.ts";
import { readPolicy, type Policy } from "../../policy/policy.ts";
import { readingsApplied, type Choices } from "../../policy/readings.ts";
import type { App } from "../app.server.ts";
import { policyVersions } from "../store/policyVersions.ts";
import { notUsable } from "./notUsable.ts";
import { shippedPolicies } from "./publishPolicy.ts";

/** Where a draft comes from: `shipped:camstro`, `version:2019-10`, or the text of a YAML document. */
export type Source = Readonly<{ from: string } | { text: string }>;
export type Draft = Readonly<{ policy: Policy; choices: Choices; settings: Readonly<Record<string, string | number | null>> }>;
export type DraftErrors = Readonly<{ errors: readonly Issue[] }>;

const shared = join(process.cwd(), "policy/merchants");
const valuesOf = (policy: Policy): Draft["settings"] => Object.fromEntries(Object.entries(policy.settings ?? {}).map(([name, setting]) => [name, setting.value]));
const draftOf = (policy: Policy, choices: Choices = {}, settings: Draft["settings"] = {}): Draft => ({ policy, choices: readingsApplied(policy, choices).chosen, settings: { ...valuesOf(policy), ...settings } });

/** The draft, with every reading's option and every setting filled in; or all that is wrong with the document. */
export async function draftPolicy(app: App, { shop, source }: Readonly<{ shop: string; source: Source }>): Promise<Draft | DraftErrors> {
  if ("text" in source) return fromText(source.text);
  const [kind = "", name = ""] = source.from.split(/:(.*)/s);
  if (kind === "shipped") {
    const policy = shippedPolicies().get(name);
    return policy ? draftOf(policy) : unknown(name);
  }
  const row = (await policyVersions(app.db.prisma, shop)).find((version) => version.version === name);
  const read = row && readPolicy(row.document);
  if (!row || !read) return unknown(name);
  return "errors" in read ? read : draftOf(read.policy, row.choices as Choices, row.settings as Draft["settings"]);
}

const unknown = (name: string): DraftErrors => ({ errors: [{ path: "from", message: `there is no policy ${name}` }] });

function fromText(text: string): Draft | DraftErrors {
  const read = readPolicyText(text, shared);
  if ("errors" in read) return read;
  const errors = notUsable(read.policy, {}, valuesOf(read.policy));
  return errors.length ? { errors } : draftOf(read.policy);
}
