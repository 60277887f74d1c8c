/** Compares a decision with what a worked case expects; where the text allows several answers, a case lists the others. */
import type { Claim } from "../../policy/claim.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";

export type ExpectedRemedy = Readonly<{
  remedy: string; status: string; optional?: boolean; refund?: { amount: string; currency: string }; deductions?: readonly { kind: string; amount: string }[];
  charges?: readonly { kind: string; amount: string }[]; freight?: Readonly<Record<string, string>>; replacement?: { condition: string; model: string };
  until: string | null; termsUntil: string | null; refundsOriginalShipping?: boolean; times?: number; dutiesPaidBy?: string; onlyIf?: string; separateProcess?: boolean;
  missing?: readonly string[]; requires: readonly string[]; because: readonly string[];
}>;
export type WorkedCase = Readonly<{
  id: string; title: string; claim: Claim;
  expected: Readonly<{ outcome: string; remedies: readonly ExpectedRemedy[]; declined: readonly { remedy: string; because: readonly string[] }[]; accept?: { outcomes?: readonly string[]; remedies?: readonly string[] } }>;
  otherReadings: readonly { ambiguity: string; reading: string; effect: string }[];
}>;

type Named = Readonly<{ remedy: string }>;
const merchantsChoice = (name: string): readonly string[] => (name === "repair_or_replacement" ? ["repair", "replacement"] : [name]);
const spread = <T extends Named>(answers: readonly T[]): T[] => answers.flatMap((answer) => merchantsChoice(answer.remedy).map((remedy) => ({ ...answer, remedy })));
const fees = (list: readonly { kind: string; amount: string }[] = []): string => list.map((fee) => `${fee.kind} ${fee.amount === "quote" ? "quote" : Number(fee.amount)}`).sort().join(", ");
const sameEnd = (a: string | null, b: string | null): boolean => a === b || (a !== null && b !== null && a.includes("T") && b.includes("T") && Date.parse(a) === Date.parse(b));
const bare = (needs: readonly string[]): string => needs.map((need) => need.split(":")[0]).sort().join(" ");

/** Every difference as a line; an empty list is agreement. */
export function differences(wanted: WorkedCase["expected"], got: Decision): string[] {
  const have = spread(got.remedies as readonly (RemedyAnswer & Named)[]), want = spread(wanted.remedies);
  const accepted = new Set([...want.map((w) => w.remedy), ...(wanted.accept?.remedies ?? [])]);
  if (wanted.accept?.outcomes?.includes(got.outcome)) return have.filter((h) => !accepted.has(h.remedy)).map((h) => `${h.remedy} is not among the accepted`);
  const lines: string[] = [];
  const check = (what: string, expected: unknown, actual: unknown): void => {
    if (expected !== actual) lines.push(`${what}: expected ${String(expected)}, got ${String(actual)}`);
  };
  check("outcome", wanted.outcome, got.outcome);
  const required = want.filter((w) => !w.optional || have.some((h) => h.remedy === w.remedy));
  const listed = have.filter((h) => want.some((w) => w.remedy === h.remedy) || !accepted.has(h.remedy));
  const names = (list: readonly { remedy: string; status: string }[]): string => list.map((r) => `${r.remedy}:${r.status}`).sort().join(" ");
  check("remedies", names(required), names(listed));
  for (const w of want) {
    const h = have.find((answer) => answer.remedy === w.remedy);
    if (h) remedyDifferences(w, h, check);
  }
  for (const w of spread(wanted.declined)) {
    const open = have.some((h) => h.remedy === w.remedy);
    const refused = spread(got.declined as readonly (Decision["declined"][number] & Named)[]).find((d) => d.remedy === w.remedy);
    if (open) lines.push(`${w.remedy} is open, expected declined`);
    else if (!refused && /refund|cancel|substitution|policy|parcel|compensation|installation/.test(w.remedy)) lines.push(`${w.remedy} is not named as declined`);
    else if (refused && w.because.length && !refused.because.some((id) => w.because.includes(id))) lines.push(`${w.remedy} declined because ${refused.because.join(" ")}, expected one of ${w.because.join(" ")}`);
  }
  return lines;
}

function remedyDifferences(w: ExpectedRemedy, h: RemedyAnswer, check: (what: string, expected: unknown, actual: unknown) => void): void {
  const at = (name: string): string => `${w.remedy} ${name}`;
  if (w.refund) check(at("refund"), `${w.refund.amount} ${w.refund.currency}`, `${h.refund?.amount} ${h.refund?.currency}`);
  check(at("deductions"), fees(w.deductions), fees(h.deductions));
  check(at("charges"), fees(w.charges), fees(h.charges));
  for (const [leg, payer] of Object.entries(w.freight ?? {})) check(at(`freight ${leg}`), payer, h.freight[leg as "return" | "outbound"]);
  if (w.replacement) check(at("replacement"), `${w.replacement.condition} ${w.replacement.model}`, `${h.replacement?.condition} ${h.replacement?.model}`);
  const ends = [h.until, h.termsUntil], wantedEnds = w.until === w.termsUntil ? [w.until] : [w.until, w.termsUntil];
  check(at("until"), true, wantedEnds.every((end) => ends.some((e) => sameEnd(e, end))) || `${ends.join(" / ")} and not ${wantedEnds.join(" / ")}`);
  for (const name of ["refundsOriginalShipping", "times", "dutiesPaidBy", "onlyIf", "separateProcess"] as const) if (w[name] !== undefined) check(at(name), w[name], h[name]);
  if (w.missing) check(at("missing"), bare(w.missing), bare(h.missing));
  if (w.because.length) check(at("because"), true, h.because.some((id) => w.because.includes(id)) || h.because.join(" "));
  const asked = new Set(h.requires.map((r) => r.need));
  check(at("requires"), "", w.requires.filter((need) => !asked.has(need)).join(" "));
}
