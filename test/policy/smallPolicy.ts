/** Policies of a few made-up clauses, for tests of one thing at a time. */
import { readPolicy, type Policy } from "../../policy/policy.ts";

/** A policy of the given clauses; `says` and `at` are filled in where they do not matter. Throws where it is malformed. */
export function smallPolicy(clauses: readonly Readonly<Record<string, unknown>>[], rest: Readonly<Record<string, unknown>> = {}): Policy {
  const result = readPolicy({ id: "small", version: "1", merchant: "A shop", document: "Terms", clauses: clauses.map((clause) => ({ says: "A sentence.", at: "1", ...clause })), ...rest });
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.policy;
}
