/**
 * decide against what else could decide: json-rules-engine and zen-engine given two dozen of Camstro's rules, and the
 * policy written by hand. All run interleaved in this one process, single-threaded, on the raw claims of the worked
 * cases; days and zones are worked out inside the measured time. Before anything is timed, all must give one answer: the
 * rule engines what plainAnswer.ts keeps of it, the hand-written function everything but clauses and readings (uncited.ts).
 */
import { decide } from "../../policy/decide.ts";
import { merchant, secondReading, worked } from "../policy/merchants.ts";
import { decideByHand } from "./decide/handWritten.ts";
import { decideWithJsonRulesEngine } from "./decide/jsonRulesEngine.ts";
import { plainAnswer, plainText } from "./decide/plainAnswer.ts";
import { uncitedText } from "./decide/uncited.ts";
import { decideWithZen } from "./decide/zen.ts";
import { medianRates, type Contender } from "./rounds.ts";

const claims = worked.map(({ claim }) => claim);
const policies = claims.map(({ policy }) => merchant(policy));
const camstro = merchant("camstro");
const camstros = claims.filter(({ policy }) => policy === "camstro");
/** The hand-written function must answer as decide does for these too, though they are not timed. */
const allCamstros = [...worked, ...secondReading].map(({ claim }) => claim).filter(({ policy }) => policy === "camstro");

const OURS = "decide", OURS_ALL = "decide, all five policies";

/** Every round does each contender's share of a round; slower ones get fewer passes. */
const contenders: readonly Contender[] = [
  { name: OURS, claims: camstros.length, passes: 1000, run: () => camstros.forEach((claim) => decide(camstro, claim)) },
  { name: "hand-written", claims: camstros.length, passes: 1000, run: () => camstros.forEach((claim) => decideByHand(claim)) },
  { name: "zen", claims: camstros.length, passes: 20, run: async () => { for (const claim of camstros) await decideWithZen(claim); } },
  { name: "json-rules-engine", claims: camstros.length, passes: 10, run: async () => { for (const claim of camstros) await decideWithJsonRulesEngine(claim); } },
  { name: OURS_ALL, claims: claims.length, passes: 500, run: () => claims.forEach((claim, i) => decide(policies[i] ?? camstro, claim)) },
];

/** Lines that tell where a contender answers otherwise than decide. */
async function disagreements(): Promise<readonly string[]> {
  const lines: string[] = [];
  const compare = (name: string, wanted: string, got: string): void => {
    if (wanted !== got) lines.push(`${name} disagrees\n  decide: ${wanted}\n  ${name}: ${got}`);
  };
  for (const claim of allCamstros) compare(`hand-written, ${claim.id}`, uncitedText(decide(camstro, claim)), uncitedText(decideByHand(claim)));
  for (const claim of camstros) {
    const wanted = plainText(plainAnswer(decide(camstro, claim)));
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
