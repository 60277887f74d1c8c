/** Arguments read strictly: a flag that does not exist, or a value it cannot have, is wrong use (exit status 2). */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { fill } from "../explain/inWords.ts";
import { cliWords } from "../words/cli.en.ts";

/** Wrong use of the command line; its message is for the user. */
export class UsageError extends Error {}

export const exit = { done: 0, findings: 1, usage: 2 } as const;
export type Command = keyof typeof cliWords.help;

export const helpFlag = { help: { type: "boolean", short: "h" } } as const;
export const policiesFlag = { policies: { type: "string" } } as const;
export const readingFlag = { reading: { type: "string", multiple: true } } as const;

/** node:util's parseArgs, strict; what it refuses becomes a UsageError with its words. */
export function argumentsOf<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A flag that takes one of some words; the first where it is left out. */
export function choice<T extends string>(flag: string, value: string | undefined, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0];
  const found = choices.find((one) => one === value);
  if (found === undefined) throw new UsageError(fill(cliWords.wrongChoice, { flag, choices: choices.join(", "), value }));
  return found;
}
