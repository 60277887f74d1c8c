/**
 * decide against what else could decide: json-rules-engine and zen-engine given two dozen of Camstro's rules, and the
 * policy written by hand. All run interleaved in this one process, single-threaded, on the raw claims of the worked
 * cases; days and zones are worked out inside the measured time. Before anything is timed, all must give one answer.
 */
import { decide } from "../../policy/decide.ts";
import { merchant, worked } from "../policy/merchants.ts";
import { decideByHand, type HandAnswer } from "./decide/handWritten.ts";
import { decideWithJsonRulesEngine } from "./decide/jsonRulesEngine.ts";
import { plainAnswer, plainText } from "./decide/plainAnswer.ts";
import { decideWithZen } from "./decide/zen.ts";
import { medianRates, type Contender } from "./rounds.ts";
import type { Claim } from "../../policy/claim.ts";

const claims = worked.map(({ claim }) => claim);
const policies = claims.map(({ policy }) => merchant(policy));
const camstro = merchant("camstro");
const camstros = claims.filter(({ policy }) => policy === "camstro");

const OURS = "decide", OURS_ALL = "decide, all five policies";

/** Every round does each contender's share of a round; slower ones get fewer passes. */
const contenders: readonly Contender[] = [
  { name: OURS, claims: camstros.length, passes: 1000, run: () => camstros.forEach((claim) => decide(camstro, claim)) },
  { name: "hand-written", claims: camstros.length, passes: 1000, run: () => camstros.forEach((claim) => decideByHand(claim)) },
  { name: "zen", claims: camstros.length, passes: 20, run: async () => { for (const claim of camstros) await decideWithZen(claim); } },
  { name: "json-rules-engine", claims: camstros.length, passes: 10, run: async () => { for (const claim of camstros) await decideWithJsonRulesEngine(claim); } },
  { name: OURS_ALL, claims: claims.length, passes: 500, run: () => claims.forEach((claim, i) => decide(policies[i] ?? camstro, claim)) },
];

const handText = ({ claim, outcome, remedies }: HandAnswer): string => plainText({
  claim, outcome,
  remedies: remedies.map((r) => ({ remedy: r.remedy, status: r.status, refund: r.refund?.amount ?? null, deductions: r.deductions, return: r.freight.return, outbound: r.freight.outbound, until: r.until, termsUntil: r.termsUntil })),
});

/** What the hand-written function answers beyond what the rule engines do. */
function handExtras(claim: Claim): readonly [string, string] {
  const ours = decide(camstro, claim), theirs = decideByHand(claim);
  const ourExtras = [...ours.remedies.map((r) => [r.remedy, r.base, r.replacement, r.requires.map((n) => n.need).sort(), [...r.missing].sort()]), ours.declined.map((d) => d.remedy).sort(), ours.later?.map(({ remedy, from }) => ({ remedy, from })), ours.registerBy];
  const theirExtras = [...theirs.remedies.map((r) => [r.remedy, r.base, r.replacement, [...r.requires].sort(), [...r.missing].sort()]), [...theirs.declined].sort(), theirs.later, theirs.registerBy];
  return [JSON.stringify(ourExtras), JSON.stringify(theirExtras)];
}

/** Lines that tell where a contender answers otherwise than decide. */
async function disagreements(): Promise<readonly string[]> {
  const lines: string[] = [];
  const compare = (name: string, wanted: string, got: string): void => {
    if (wanted !== got) lines.push(`${name} disagrees\n  decide: ${wanted}\n  ${name}: ${got}`);
  };
  for (const claim of camstros) {
    const wanted = plainText(plainAnswer(decide(camstro, claim)));
    compare("hand-written", wanted, handText(decideByHand(claim)));
    compare(`hand-written, evidence and refusals of ${claim.id}`, ...handExtras(claim));
    compare("json-rules-engine", wanted, plainText(await decideWithJsonRulesEngine(claim)));
    compare("zen", wanted, plainText(await decideWithZen(claim)));
  }
  return lines;
}

const rounded = (value: number): number => Number(value.toPrecision(3));

function table(rates: ReadonlyMap<string, number>, ratios: Readonly<Record<string, number>>): string {
  const lines = [...rates].map(([name, rate]) => {
    const ratio = ratios[name];
    return `${name.padEnd(26)} ${Math.round(rate).toLocaleString("en").padStart(12)} /s ${(1e6 / rate).toFixed(2).padStart(9)} µs${ratio === undefined ? "" : `   decide is ${ratio} times as fast`}`;
  });
  return [`${camstros.length} Camstro claims (${claims.length} claims of five merchants in the last line), medians`, ...lines].join("\n");
}

/** Runs the comparison; the exit status: 1 where the contenders' answers differ. */
export async function benchDecide(asJson: boolean): Promise<number> {
  const differing = await disagreements();
  if (differing.length) {
    console.error(differing.join("\n"));
    return 1;
  }
  const rates = await medianRates(contenders);
  const ours = rates.get(OURS) ?? NaN;
  const ratios = Object.fromEntries(["json-rules-engine", "zen", "hand-written"].map((name) => [name, rounded(ours / (rates.get(name) ?? NaN))]));
  const perSecond = Object.fromEntries([...rates].map(([name, rate]) => [name, Math.round(rate)]));
  console.log(asJson ? JSON.stringify({ ratios, perSecond, claims: camstros.length }) : table(rates, ratios));
  return 0;
}
