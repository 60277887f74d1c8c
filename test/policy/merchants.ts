/** The shipped policies and the worked cases, read once for all tests. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPolicies } from "../../policy/load.ts";
import type { Policy } from "../../policy/policy.ts";
import type { WorkedCase } from "./agrees.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const merchants: ReadonlyMap<string, Policy> = loadPolicies(at("../../policy/merchants"));

/** Policies of merchants that do not exist, by id: what other trades say. */
export const madeUp: ReadonlyMap<string, Policy> = loadPolicies(at("../policies"));

/** A made-up policy by id; throws where there is none. */
export function madeUpPolicy(id: string): Policy {
  const policy = madeUp.get(id);
  if (!policy) throw new Error(`no made-up policy ${id}`);
  return policy;
}

/** A shipped policy by id; throws where there is none. */
export function merchant(id: string): Policy {
  const policy = merchants.get(id);
  if (!policy) throw new Error(`no policy ${id}`);
  return policy;
}

export const table = <T>(name: string): T => JSON.parse(readFileSync(at(`../cases/${name}.json`), "utf8")) as T;
export const worked: readonly WorkedCase[] = table("worked");
export const secondReading: readonly WorkedCase[] = table("second-reading");
