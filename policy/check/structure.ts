/** Names that lead nowhere: clauses, terms and settings that do not exist, overrides that run in a circle or do nothing. */
import { compile, type Atom } from "../compile.ts";
import { asList, type Clause, type Policy, type Scope } from "../policy.ts";
import { readingsApplied, type Choices, type PolicyInForce } from "../readings.ts";
import type { Finding } from "./finding.ts";

const error = (kind: Finding["kind"], clauses: readonly string[], message: string): Finding => ({ level: "error", kind, clauses, message });

/** Everything that keeps a policy from being compiled, and overrides without effect. Nothing here needs a situation. */
export function structure(inForce: PolicyInForce): Finding[] {
  const { clauses, policy } = inForce;
  const broken = [...unknownIds(clauses, policy), ...unknownTerms(clauses), ...unknownSettings(clauses, policy)];
  if (broken.length) return broken;
  return overrideFindings(inForce);
}

/** Ids in overrides, readings and settings that no clause has. */
export function unknownIds(clauses: readonly Clause[], policy: Policy): Finding[] {
  const known = new Set(policy.clauses.map((clause) => clause.id));
  const lost = (ids: readonly string[] | undefined, by: string, at: readonly string[]): Finding[] =>
    (ids ?? []).filter((id) => !known.has(id)).map((id) => error("unknown_id", at, `${by} names ${id}, which is no clause.`));
  return [
    ...clauses.flatMap((clause) => lost(clause.overrides, `${clause.id} overrides`, [clause.id])),
    ...(policy.readings ?? []).flatMap((reading) => [
      ...lost(reading.clauses, `Reading ${reading.id}`, []),
      ...Object.entries(reading.options).flatMap(([letter, option]) => lost((option.patches ?? []).flatMap((patch) => ("clause" in patch ? [patch.clause] : [])), `Reading ${reading.id}, option ${letter},`, [])),
    ]),
    ...Object.entries(policy.settings ?? {}).flatMap(([name, setting]) => lost(setting.clauses, `Setting ${name}`, [])),
  ];
}

/** Every object inside a clause, scopes among them. */
function* insides(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* insides(inner);
}

const termNames = (inner: Record<string, unknown>): readonly string[] => {
  const scope = inner as Scope;
  return [...asList(scope.during), ...asList(scope.past), ...asList(scope.notYet)].filter((name) => typeof name === "string");
};

function unknownTerms(clauses: readonly Clause[]): Finding[] {
  const known = new Set(clauses.flatMap((clause) => asList(clause.term).map((term) => term.name)));
  return clauses.flatMap((clause) => {
    const named = [...[...insides(clause)].flatMap(termNames), ...asList(clause.term).flatMap((term) => term.after ?? [])];
    return [...new Set(named)].filter((name) => !known.has(name)).map((name) => error("unknown_term", [clause.id], `${clause.id} speaks of the term ${name}, which no clause grants.`));
  });
}

/** The settings a clause's effects refer to. */
export const settingsOf = (clause: Clause): readonly string[] => [...new Set([...insides(clause)].flatMap((inner) => (typeof inner["setting"] === "string" ? [inner["setting"]] : [])))];

function unknownSettings(clauses: readonly Clause[], policy: Policy): Finding[] {
  return clauses.flatMap((clause) => settingsOf(clause).filter((name) => !(name in (policy.settings ?? {}))).map((name) => error("unknown_setting", [clause.id], `${clause.id} takes the setting ${name}, which the policy does not have.`)));
}

/** Circles and idle overrides, matter by matter; compiled without overrides, so that a circle cannot stop it. */
function overrideFindings(inForce: PolicyInForce): Finding[] {
  const free = compile({ ...inForce, clauses: inForce.clauses.map(({ overrides: _, ...clause }) => clause) });
  const matters = new Map<string, Set<string>>();
  for (const atom of free.atoms) matters.set(atom.clause.id, (matters.get(atom.clause.id) ?? new Set()).add(matterOf(atom)));
  const edges = inForce.clauses.flatMap((clause) => (clause.overrides ?? []).map((over) => ({ by: clause.id, over, shared: common(matters.get(clause.id), matters.get(over)) })));
  const idle = edges.filter((edge) => edge.shared.length === 0).map(({ by, over }): Finding => ({ level: "warning", kind: "idle_override", clauses: [by, over], message: `${by} overrides ${over}, but they have no matter in common: the override does nothing.` }));
  return [...circles(edges), ...idle];
}

const matterOf = (atom: Atom): string => atom.matter;
const common = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): readonly string[] => [...(a ?? [])].filter((matter) => b?.has(matter));

type Edge = Readonly<{ by: string; over: string; shared: readonly string[] }>;

function circles(edges: readonly Edge[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const matter of new Set(edges.flatMap((edge) => edge.shared))) {
    const next = new Map<string, string[]>();
    for (const edge of edges) if (edge.shared.includes(matter)) next.set(edge.by, [...(next.get(edge.by) ?? []), edge.over]);
    for (const start of next.keys()) {
      const path = circleFrom(start, next);
      const key = path && [...path].sort().join(" ");
      if (path && key && !found.has(key)) found.set(key, error("circular_overrides", path, `Overrides run in a circle: ${[...path, path[0]].join(" → ")}.`));
    }
  }
  return [...found.values()];
}

/** A path of overrides from a clause back to itself. */
function circleFrom(start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>(), open: (readonly string[])[] = [[start]];
  for (let path = open.pop(); path; path = open.pop()) {
    for (const over of next.get(path[path.length - 1] ?? "") ?? []) {
      if (over === start) return path;
      if (!seen.has(over)) open.push([...path, over]);
      seen.add(over);
    }
  }
  return undefined;
}

/** The policy so read, or what keeps it from being read so. */
function appliedOrWhyNot(policy: Policy, choices: Choices): PolicyInForce | string {
  try {
    return readingsApplied(policy, choices);
  } catch (why) {
    return why instanceof Error ? why.message : String(why);
  }
}

/** Options of readings that leave a clause malformed or the policy without sense, each tried on its own. */
export function brokenOptions(policy: Policy): Finding[] {
  return (policy.readings ?? []).flatMap((reading) => Object.entries(reading.options).flatMap(([letter, option]): Finding[] => {
    const touched = (option.patches ?? []).flatMap((patch) => ("clause" in patch ? [patch.clause] : []));
    if (touched.length === 0) return [];
    const inForce = appliedOrWhyNot(policy, { [reading.id]: letter });
    const about = `With reading ${reading.id}, option ${letter}: `;
    if (typeof inForce === "string") return [error("broken_reading", touched, `${about}${inForce}.`)];
    return structure(inForce).filter((finding) => finding.level === "error").map((finding) => ({ ...finding, message: about + finding.message }));
  }));
}

/** Options that neither change a clause nor say why they change no decision: a choice that would do nothing in silence. */
export const idleOptions = (policy: Policy): Finding[] =>
  (policy.readings ?? []).flatMap((reading) => Object.entries(reading.options).flatMap(([letter, { patches, effect }]) =>
    letter === reading.recommended || patches?.length || effect ? [] : [error("idle_option", reading.clauses, `Reading ${reading.id}, option ${letter}, changes nothing: it needs patches, or an effect that says why it changes no decision.`)]));
