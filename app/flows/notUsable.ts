import type { Issue } from "../../policy/claim.ts";
import { runnerFor } from "../../policy/decide.ts";
import type { Policy } from "../../policy/policy.ts";
import { readingsApplied, type Choices } from "../../policy/readings.ts";

/** What makes a policy unusable only when it is compiled: a choice that does not exist, circular overrides, an unknown setting. */
export function notUsable(policy: Policy, choices: Choices, settings: Readonly<Record<string, string | number | null>>): Issue[] {
  try {
    runnerFor(readingsApplied(policy, choices), settings);
    return [];
  } catch (error) {
    return [{ path: "policy", message: error instanceof Error ? error.message : String(error) }];
  }
}
