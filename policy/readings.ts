/** Readings applied: the policy as the merchant has chosen to read it (docs/decisions/overrides-and-readings.md). */
import { issuesOf } from "./claim.ts";
import { clauseSchema, usualConventions, type Clause, type Conventions, type Patch, type Policy, type Reading } from "./policy.ts";

/** A policy with its readings applied: clauses patched, conventions settled, and which option of each reading holds. */
export type PolicyInForce = Readonly<{
  policy: Policy;
  clauses: readonly Clause[];
  conventions: Conventions;
  chosen: Readonly<Record<string, string>>;
}>;

/** Another option for some readings, by id: { "CAM-10": "C" }. */
export type Choices = Readonly<Record<string, string>>;

/**
 * Applies each reading's chosen option (or the recommended one). Throws where a choice names a reading or an
 * option that does not exist, or a patch a clause that does not.
 */
export function readingsApplied(policy: Policy, choices: Choices = {}): PolicyInForce {
  for (const id of Object.keys(choices)) if (!policy.readings?.some((r) => r.id === id)) throw new Error(`${policy.id} has no reading ${id}`);
  const clauses = new Map(policy.clauses.map((clause) => [clause.id, clause]));
  const conventions: Conventions = { ...usualConventions, ...policy.conventions };
  const chosen: Record<string, string> = {};
  for (const reading of policy.readings ?? []) {
    const letter = choices[reading.id] ?? reading.chosen ?? reading.recommended;
    chosen[reading.id] = letter;
    for (const patch of optionOf(reading, letter).patches ?? []) apply(patch, clauses, conventions, reading.id);
  }
  return { policy, clauses: [...clauses.values()], conventions, chosen };
}

function optionOf(reading: Reading, letter: string) {
  const option = reading.options[letter];
  if (!option) throw new Error(`reading ${reading.id} has no option ${letter}`);
  return option;
}

function apply(patch: Patch, clauses: Map<string, Clause>, conventions: Conventions, by: string): void {
  if ("conventions" in patch) return void Object.assign(conventions, patch.conventions);
  const clause = clauses.get(patch.clause);
  if (!clause) throw new Error(`reading ${by} patches ${patch.clause}, which is no clause`);
  if ("drop" in patch) {
    const { id, says, at } = clause;
    clauses.set(id, { id, says, at });
    return;
  }
  const changed: Record<string, unknown> = JSON.parse(JSON.stringify(clause)) as Record<string, unknown>;
  for (const [path, value] of Object.entries(patch.set)) setAt(changed, path.split("."), value);
  const read = clauseSchema.safeParse(changed);
  if (!read.success) throw new Error(`reading ${by} makes ${patch.clause} no clause: ${issuesOf(read.error).map((issue) => `${issue.path} ${issue.message}`).join("; ")}`);
  clauses.set(patch.clause, read.data);
}

/** Sets a dotted path ("needs.0.lacking"); null removes the field. */
function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = "", ...rest] = path;
  // What every object inherits is not the clause's: a patch of "__proto__" would reach all of them.
  if (key in Object.prototype) throw new Error(`${key} is no field of a clause`);
  if (rest.length) {
    const inner = target[key];
    const next: Record<string, unknown> = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
    target[key] = next;
    return setAt(next, rest, value);
  }
  if (value === null) delete target[key];
  else target[key] = value;
}
