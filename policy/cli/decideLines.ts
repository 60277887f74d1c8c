/** Claims as JSON lines to decisions as JSON lines, one for one and in the same order. */
import type { Readable, Writable } from "node:stream";
import { readClaim, type Issue } from "../claim.ts";
import { decide } from "../decide.ts";
import type { Decision } from "../decision.ts";
import { fill } from "../explain/inWords.ts";
import type { PolicyInForce } from "../readings.ts";
import { cliWords } from "../words/cli.en.ts";
import { LineWriter, linesOf, longestLine } from "./lines.ts";

export type Undecided = Readonly<{ claim: string | null; errors: readonly Issue[] }>;

/** Decides every line; true where all of them were claims. Memory does not grow with the input. */
export async function decideLines(input: Readable, output: Writable, policies: ReadonlyMap<string, PolicyInForce>): Promise<boolean> {
  const writer = new LineWriter(output);
  let isAllDecided = true;
  for await (const line of linesOf(input)) {
    const answer = decideLine(line, policies);
    if ("errors" in answer) isAllDecided = false;
    await writer.write(JSON.stringify(answer));
  }
  await writer.flush();
  return isAllDecided;
}

const undecided = (claim: unknown, ...errors: readonly Issue[]): Undecided => ({ claim: typeof claim === "string" ? claim : null, errors });

export function decideLine(line: string | undefined, policies: ReadonlyMap<string, PolicyInForce>): Decision | Undecided {
  if (line === undefined) return undecided(null, { path: "", message: fill(cliWords.tooLong, { n: longestLine }) });
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    return undecided(null, { path: "", message: fill(cliWords.notJson, { message: error instanceof Error ? error.message : String(error) }) });
  }
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undecided(null, { path: "", message: cliWords.notObject });
  const id: unknown = "id" in input ? input.id : null;
  const read = readClaim(input);
  if ("errors" in read) return undecided(id, ...read.errors);
  const policy = policies.get(read.claim.policy);
  if (!policy) return undecided(id, { path: "policy", message: fill(cliWords.noPolicy, { id: read.claim.policy }) });
  try {
    return decide(policy, read.claim);
  } catch (error) {
    return undecided(id, { path: "", message: error instanceof Error ? error.message : String(error) });
  }
}
