/** A policy as its sentences stand, without what resolves their contradictions. */
import type { Policy } from "../policy.ts";

/** The policy without overrides and without readings: what the text itself leaves standing. */
export function bare(policy: Policy): Policy {
  const clauses = policy.clauses.map(({ overrides: _, ...clause }) => clause);
  return { ...policy, readings: [], clauses };
}
