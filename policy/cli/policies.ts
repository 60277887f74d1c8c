/** The policies a command works on: by id from a folder, or from a file. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fill } from "../explain/inWords.ts";
import { loadFloors, loadPolicies, loadPolicy } from "../load.ts";
import type { Floor, Policy } from "../policy.ts";
import { readingsApplied, type Choices, type PolicyInForce } from "../readings.ts";
import { cliWords } from "../words/cli.en.ts";
import { UsageError } from "./usage.ts";

const shipped = fileURLToPath(new URL("../merchants", import.meta.url));

/** A file that cannot be read or is not what it should be; its message is for the user. */
export class FileError extends Error {}

export const policiesIn = (folder: string | undefined): Map<string, Policy> => readable(folder ?? shipped, () => loadPolicies(folder ?? shipped));

/** Legal minimum terms that lie beside the policies; none where the folder has no such file. */
export function floorsIn(folder: string | undefined): Floor[] {
  const file = join(folder ?? shipped, "floors.yaml");
  return existsSync(file) ? readable(file, () => loadFloors(file)) : [];
}

/** A policy by its id, or else by the file it is in. */
export function policyNamed(name: string, folder: string | undefined): Policy {
  if (/[./\\]/.test(name) && existsSync(name)) return readable(name, () => loadPolicy(name));
  const policies = policiesIn(folder), policy = policies.get(name);
  if (!policy) throw new UsageError(fill(cliWords.unknownPolicy, { id: name, known: [...policies.keys()].join(", ") }));
  return policy;
}

export const policyFile = (file: string): Policy => readable(file, () => loadPolicy(file));

/** What a file holds as text; "-" is standard input. */
export const textOf = (file: string): string => readable(file, () => readFileSync(file === "-" ? 0 : file, "utf8"));

function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new FileError(message.includes(file) ? message : `${file}: ${message}`);
  }
}

/** "CAM-10=C" flags as choices. */
export function choicesOf(flags: readonly string[] | undefined): Choices {
  return Object.fromEntries((flags ?? []).map((value) => {
    const [, id, letter] = /^([^=]+)=([A-Z])$/.exec(value) ?? [];
    if (!id || !letter) throw new UsageError(fill(cliWords.wrongReading, { value }));
    return [id, letter];
  }));
}

/** A policy in force under the choices that concern it; all choices concern at least one of `policies`. */
export function inForce(policies: readonly Policy[], choices: Choices): PolicyInForce[] {
  for (const id of Object.keys(choices)) if (!policies.some((policy) => hasReading(policy, id))) throw new UsageError(fill(cliWords.noSuchReading, { id }));
  return policies.map((policy) => {
    try {
      return readingsApplied(policy, Object.fromEntries(Object.entries(choices).filter(([id]) => hasReading(policy, id))));
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  });
}

const hasReading = (policy: Policy, id: string): boolean => policy.readings?.some((reading) => reading.id === id) ?? false;
