/**
 * check(policy): what is wrong, contradictory, unreachable or left open in a policy, found by walking the finite
 * space of its scopes and the days on both sides of each limit (docs/lint.md).
 */
import { compile, type Compiled } from "./compile.ts";
import type { Floor, Policy } from "./policy.ts";
import { readingsApplied, type PolicyInForce } from "./readings.ts";
import { disagreements } from "./check/disagreements.ts";
import { sorted, type Finding } from "./check/finding.ts";
import { belowFloors } from "./check/floors.ts";
import { gaps } from "./check/gaps.ts";
import { holes } from "./check/holes.ts";
import { numbers } from "./check/numbers.ts";
import { spaceOf } from "./check/search.ts";
import { differentStarts } from "./check/starts.ts";
import { brokenOptions, idleOptions, settingsOf, structure, unknownIds } from "./check/structure.ts";
import { unreached } from "./check/unreached.ts";

export { bare } from "./check/bare.ts";
export type { Example, Finding, Kind } from "./check/finding.ts";

/** What an unset setting is taken to be while the lint looks at what hangs on it. */
const standIn = { period: "1 year", percent: 10, amount: "10" } as const;

/**
 * Checks a policy, or a policy with readings chosen. Findings come gravest first: an error keeps it from being decided
 * as written, a warning is to be resolved or accepted, a note only says what is so. Each example is a claim that can
 * be decided and for which the finding was verified. `floors` are looked at beside the policy's own. Throws only
 * where a policy tells more kinds of one fact apart than compile can number.
 */
export function check(given: Policy | PolicyInForce, floors: readonly Floor[] = []): Finding[] {
  const policy = "chosen" in given ? given.policy : given;
  const lost = unknownIds(policy.clauses, policy);
  if (lost.length) return lost;
  const inForce = "chosen" in given ? given : readingsApplied(given);
  const broken = [...brokenOptions(policy), ...idleOptions(policy)];
  const found = [...broken, ...(broken.length ? [] : structure(inForce)), ...numbers(policy.clauses)];
  if (found.some((finding) => finding.level === "error")) return sorted(found);
  const space = spaceOf(compiledAsIfSet(inForce));
  const walked = [disagreements, unreached, differentStarts, holes, gaps].flatMap((look) => look(space));
  return sorted([...found, ...unset(inForce), ...walked, ...belowFloors(space, [...(policy.floors ?? []), ...floors])]);
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
