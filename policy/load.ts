/** Policy files in, policies out: YAML read, shared readings merged. Used by the command line and the app's import. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { issuesOf, type Issue } from "./claim.ts";
import { floorSchema, readPolicy, type Floor, type Policy, type Reading } from "./policy.ts";

/** A file that is no policy, with every issue found. */
export class PolicyFileError extends Error {
  readonly file: string;
  readonly issues: readonly Issue[];
  constructor(file: string, issues: readonly Issue[]) {
    super(`${basename(file)}: ${issues.map((issue) => `${issue.path || "document"} ${issue.message}`).join("; ")}`);
    this.file = file;
    this.issues = issues;
  }
}

/** YAML without custom tags; aliases are bounded, so that a small file cannot unfold into a huge one. */
const yamlOf = (file: string): unknown => parse(readFileSync(file, "utf8"), { maxAliasCount: 100, schema: "core" });

/** Reads one policy file, with the readings it shares (`readingsFrom`) merged in. Throws PolicyFileError. */
export function loadPolicy(file: string): Policy {
  const result = policyFrom(yamlOf(file), dirname(file));
  if ("errors" in result) throw new PolicyFileError(file, result.errors);
  return result.policy;
}

function policyFrom(raw: unknown, folder: string): ReturnType<typeof readPolicy> {
  if (typeof raw !== "object" || raw === null) return { errors: [{ path: "", message: "is not a mapping" }] };
  const { readingsFrom, ...document } = raw as Record<string, unknown>;
  const shared = (Array.isArray(readingsFrom) ? readingsFrom : []).flatMap((name) => sharedReadings(join(folder, `${basename(String(name))}.yaml`)));
  return readPolicy({ ...document, readings: merged(shared, document) });
}

/** Reads a policy from YAML text, the readings it shares taken from a folder: the policy, or every issue with its path (or its line, where the text is no YAML). */
export function readPolicyText(text: string, folder: string): ReturnType<typeof readPolicy> {
  try {
    return policyFrom(parse(text, { maxAliasCount: 100, schema: "core" }), folder);
  } catch (error) {
    return { errors: [{ path: "", message: error instanceof Error ? (error.message.split("\n")[0] ?? error.message) : String(error) }] };
  }
}

function sharedReadings(file: string): Reading[] {
  const raw = yamlOf(file) as { readings?: Reading[] };
  return raw.readings ?? [];
}

/** Shared readings, each reduced to this document's clauses, with the document's own in their place where it has one. */
function merged(shared: readonly Reading[], document: Record<string, unknown>): unknown {
  const own = Array.isArray(document["readings"]) ? (document["readings"] as Reading[]) : [];
  const clauses = new Set((Array.isArray(document["clauses"]) ? (document["clauses"] as { id?: string }[]) : []).map((clause) => clause.id));
  const replaced = new Set(own.map((reading) => reading.id));
  return [...shared.filter((reading) => !replaced.has(reading.id)), ...own].map((reading) => ({ ...reading, clauses: (reading.clauses ?? []).filter((id) => clauses.has(id)) }));
}

/** Reads a file of legal floors (`floors: […]`). Throws PolicyFileError. */
export function loadFloors(file: string): Floor[] {
  const result = floorSchema.array().safeParse((yamlOf(file) as { floors?: unknown } | null)?.floors);
  if (!result.success) throw new PolicyFileError(file, issuesOf(result.error));
  return result.data;
}

/** All policies of a folder by id; files without clauses are shared readings and are left out. */
export function loadPolicies(folder: string): Map<string, Policy> {
  const policies = new Map<string, Policy>();
  for (const name of readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)).sort()) {
    const file = join(folder, name);
    if (!(yamlOf(file) as { clauses?: unknown }).clauses) continue;
    const policy = loadPolicy(file);
    if (policies.has(policy.id)) throw new PolicyFileError(file, [{ path: "id", message: `${policy.id} is there twice` }]);
    policies.set(policy.id, policy);
  }
  return policies;
}
