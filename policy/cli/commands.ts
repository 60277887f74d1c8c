/** The commands: each reads its arguments, prints, and gives the exit status. */
import { check } from "../check.ts";
import { readClaim } from "../claim.ts";
import { decide } from "../decide.ts";
import { diff, diffText } from "../diff.ts";
import { explain, explainText } from "../explain.ts";
import { fill } from "../explain/inWords.ts";
import { matrix } from "../matrix.ts";
import { page } from "../page.ts";
import { cliWords } from "../words/cli.en.ts";
import { decideLines } from "./decideLines.ts";
import { FileError, choicesOf, floorsIn, inForce, policiesIn, policyFile, policyNamed, textOf } from "./policies.ts";
import { matrixText } from "./table.ts";
import { UsageError, argumentsOf, choice, exit, helpFlag, policiesFlag, readingFlag, type Command } from "./usage.ts";

type Run = (args: string[]) => number | Promise<number>;

const print = (text: string): void => void process.stdout.write(text);

/** Prints the help where it is asked for; true where it was. */
function helped(command: Command, isAsked: boolean | undefined): boolean {
  if (isAsked) print(cliWords.help[command]);
  return isAsked === true;
}

function onlyOne(command: keyof typeof cliWords.takes, positionals: readonly string[]): string {
  const [name] = positionals;
  if (name === undefined || positionals.length !== 1) throw new UsageError(cliWords.takes[command]);
  return name;
}

const jsonIn = (file: string): unknown => {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(`${file} ${fill(cliWords.notJson, { message: error instanceof Error ? error.message : String(error) })}`);
  }
};

const decideCommand: Run = async (args) => {
  const { values } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag, ...readingFlag }, strict: true });
  if (helped("decide", values.help)) return exit.done;
  const policies = inForce([...policiesIn(values.policies).values()], choicesOf(values.reading));
  const isAllDecided = await decideLines(process.stdin, process.stdout, new Map(policies.map((one) => [one.policy.id, one])));
  return isAllDecided ? exit.done : exit.findings;
};

const explainCommand: Run = (args) => {
  const { values } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag, ...readingFlag, claim: { type: "string" }, for: { type: "string" } }, strict: true });
  if (helped("explain", values.help)) return exit.done;
  if (values.claim === undefined) throw new UsageError(cliWords.takes.explain);
  const whom = choice("for", values.for, ["customer", "staff"]);
  const read = readClaim(jsonIn(values.claim));
  if ("errors" in read) {
    process.stderr.write(read.errors.map(({ path, message }) => `${path || values.claim} ${message}\n`).join(""));
    return exit.findings;
  }
  const [policy] = inForce([policyNamed(read.claim.policy, values.policies)], choicesOf(values.reading));
  if (!policy) return exit.findings;
  print(explainText(explain(decide(policy, read.claim), policy, read.claim))[whom]);
  return exit.done;
};

const checkCommand: Run = (args) => {
  const { values, positionals } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag, json: { type: "boolean" } }, allowPositionals: true, strict: true });
  if (helped("check", values.help)) return exit.done;
  const policies = positionals.length ? positionals.map(policyFile) : [...policiesIn(values.policies).values()];
  const floors = floorsIn(values.policies);
  let hasErrors = false;
  for (const policy of policies) {
    const findings = check(policy, floors);
    hasErrors ||= findings.some((finding) => finding.level === "error");
    if (values.json) print(findings.map((finding) => `${JSON.stringify({ policy: policy.id, ...finding })}\n`).join(""));
    else print([fill(findings.length ? cliWords.findings : cliWords.noFindings, { policy: policy.id }), ...findings.flatMap((finding) => [fill(cliWords.finding, { level: finding.level, kind: finding.kind, message: finding.message }), ...(finding.example ? [fill(cliWords.example, { says: finding.example.says })] : [])]), ""].join("\n"));
  }
  return hasErrors ? exit.findings : exit.done;
};

const pageCommand: Run = (args) => {
  const { values, positionals } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag, ...readingFlag, format: { type: "string" } }, allowPositionals: true, strict: true });
  if (helped("page", values.help)) return exit.done;
  const format = choice("format", values.format, ["html", "md"]);
  for (const policy of inForce([policyNamed(onlyOne("page", positionals), values.policies)], choicesOf(values.reading))) print(page(policy, format));
  return exit.done;
};

const matrixCommand: Run = (args) => {
  const { values, positionals } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag, ...readingFlag }, allowPositionals: true, strict: true });
  if (helped("matrix", values.help)) return exit.done;
  const usualWidth = 132;
  for (const policy of inForce([policyNamed(onlyOne("matrix", positionals), values.policies)], choicesOf(values.reading))) print(matrixText(matrix(policy), policy, process.stdout.columns ?? usualWidth));
  return exit.done;
};

const diffCommand: Run = (args) => {
  const { values, positionals } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag }, allowPositionals: true, strict: true });
  if (helped("diff", values.help)) return exit.done;
  const [old, next, ...more] = positionals;
  if (old === undefined || next === undefined || more.length) throw new UsageError(cliWords.takes.diff);
  print(diffText(diff(policyNamed(old, values.policies), policyNamed(next, values.policies))));
  return exit.done;
};

const coverCommand: Run = (args) => {
  const { values, positionals } = argumentsOf({ args, options: { ...helpFlag, ...policiesFlag }, allowPositionals: true, strict: true });
  if (helped("cover", values.help)) return exit.done;
  const file = onlyOne("cover", positionals), list = jsonIn(file);
  const ids = Array.isArray(list) ? list.flatMap((one: unknown) => (typeof one === "object" && one !== null && "id" in one && typeof one.id === "string" ? [one.id] : [])) : [];
  if (!Array.isArray(list) || ids.length !== list.length) throw new FileError(fill(cliWords.notList, { file }));
  const held = new Set([...policiesIn(values.policies).values()].flatMap((policy) => policy.clauses.map((clause) => clause.id)));
  const wanted = new Set(ids), missing = [...wanted].filter((id) => !held.has(id)), beyond = [...held].filter((id) => !wanted.has(id));
  print(`${fill(cliWords.covered, { held: wanted.size - missing.length, all: wanted.size })}\n`);
  if (missing.length) print(`${fill(cliWords.uncovered, { ids: missing.join(", ") })}\n`);
  if (beyond.length) print(`${fill(cliWords.beyond, { ids: beyond.join(", ") })}\n`);
  return missing.length ? exit.findings : exit.done;
};

export const commands: Readonly<Record<Command, Run>> = {
  decide: decideCommand, explain: explainCommand, check: checkCommand, page: pageCommand, matrix: matrixCommand, diff: diffCommand, cover: coverCommand,
};
