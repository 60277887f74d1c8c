/** A policy made ready to decide by: compiled once per setting of what it leaves open, and kept as long as the policy lives. */
import type { Claim } from "./claim.ts";
import { compile, type Compiled } from "./compile.ts";
import { parseDay, type Day } from "./dates.ts";
import { factReaders, type FactReaders } from "./factReader.ts";
import type { Decision } from "./decision.ts";
import type { Kind } from "./kinds.ts";
import type { Policy, Remedy } from "./policy.ts";
import { readingsApplied, type PolicyInForce } from "./readings.ts";
import { memory, type Memory } from "./recall.ts";
import { timesOf, type Times } from "./situation.ts";

/** `facts` and `times` are written over by each claim. */
export type Runner = Readonly<{
  compiled: Compiled; about: Decision["policy"]; firstDay: Day; facts: FactReaders; kinds: Memory<Kind>; times: Times;
}>;

const MOST_KINDS_KEPT = 10_000;
const MOST_SETTINGS_KEPT = 50;

type Runners = { plain?: Runner; readonly names: readonly string[]; readonly bySettings: Map<string, Runner> };
const runners = new WeakMap<object, Runners>();

/** The policy under a merchant's settings. Throws for circular overrides and unknown terms or settings. */
export function runnerFor(policy: Policy | PolicyInForce, settings: Claim["settings"]): Runner {
  const known = runners.get(policy) ?? begin(policy);
  if (settings === undefined) return (known.plain ??= newRunner(policy, undefined));
  const key = settingsKey(known.names, settings);
  const runner = known.bySettings.get(key) ?? newRunner(policy, settings);
  if (known.bySettings.size >= MOST_SETTINGS_KEPT) known.bySettings.clear();
  known.bySettings.set(key, runner);
  return runner;
}

function begin(policy: Policy | PolicyInForce): Runners {
  const { settings } = "chosen" in policy ? policy.policy : policy;
  const known = { names: Object.keys(settings ?? {}), bySettings: new Map<string, Runner>() };
  runners.set(policy, known);
  return known;
}

/** Only settings the policy has tell its runners apart; 90 and "90" are two values. */
function settingsKey(names: readonly string[], settings: NonNullable<Claim["settings"]>): string {
  let key = "";
  for (const name of names) {
    const value = settings[name];
    key += `${typeof value} ${value}\n`;
  }
  return key;
}

function newRunner(policy: Policy | PolicyInForce, settings: Claim["settings"]): Runner {
  const compiled = compile("chosen" in policy ? policy : readingsApplied(policy), settings);
  const { id, version } = compiled.inForce.policy;
  return {
    compiled, about: Object.freeze({ id, version }), firstDay: compiled.purchasedFrom ? parseDay(compiled.purchasedFrom.day) : NaN,
    facts: factReaders(compiled), kinds: memory(MOST_KINDS_KEPT), times: timesOf(compiled),
  };
}

/** Remedies a policy speaks of, for tables over all of them. */
export const remediesOf = (policy: Policy | PolicyInForce): readonly Remedy[] => runnerFor(policy, undefined).compiled.remedies;
