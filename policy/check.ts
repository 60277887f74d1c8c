/**
 * check(policy): what is wrong, contradictory, unreachable or left open in a policy, found by walking the finite
 * space of its scopes and the days on both sides of each limit (docs/lint.md).
 */
import { compile, type Compiled } from "./compile.ts";
import type { Policy } from "./policy.ts";
import { readingsApplied, type PolicyInForce } from "./readings.ts";
import { disagreements } from "./check/disagreements.ts";
import { sorted, type Finding } from "./check/finding.ts";
import { spaceOf } from "./check/search.ts";
import { differentStarts } from "./check/starts.ts";
import { brokenOptions, settingsOf, structure, unknownIds } from "./check/structure.ts";
import { unreached } from "./check/unreached.ts";

export { bare } from "./check/bare.ts";
export type { Example, Finding, Kind } from "./check/finding.ts";

/** What an unset setting is taken to be while the lint looks at what hangs on it. */
const standIn = { period: "1 year", percent: 10, amount: "10" } as const;

export function check(given: Policy | PolicyInForce): Finding[] {
  const policy = "chosen" in given ? given.policy : given;
  const lost = unknownIds(policy.clauses, policy);
  if (lost.length) return lost;
  const inForce = "chosen" in given ? given : readingsApplied(given);
  const found = [...structure(inForce), ...brokenOptions(policy)];
  if (found.some((finding) => finding.level === "error")) return sorted(found);
  const space = spaceOf(compiledAsIfSet(inForce));
  return sorted([...found, ...unset(inForce), ...disagreements(space), ...unreached(space), ...differentStarts(space)]);
}

function compiledAsIfSet(inForce: PolicyInForce): Compiled {
  const given = Object.entries(inForce.policy.settings ?? {}).flatMap(([name, { kind, value }]) => (value === null ? [[name, standIn[kind]] as const] : []));
  return compile(inForce, Object.fromEntries(given));
}

/** Settings without a value that some clause needs: what hangs on them is undetermined until the merchant sets them. */
function unset({ clauses, policy }: PolicyInForce): Finding[] {
  return Object.entries(policy.settings ?? {}).filter(([, setting]) => setting.value === null).flatMap(([name, setting]): Finding[] => {
    const users = clauses.filter((clause) => settingsOf(clause).includes(name)).map((clause) => clause.id);
    return users.length ? [{ level: "note", kind: "unset_setting", clauses: users, message: `The setting ${name} has no value, so claims that hang on it are undetermined: ${setting.says}` }] : [];
  });
}
