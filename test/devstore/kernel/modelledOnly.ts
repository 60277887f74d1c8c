import { notModelled } from "./failure.ts";

/** Fails by name when an input says something that the store would have to drop; nothing a caller sends is ignored silently. */
export function modelledOnly(input: object | null | undefined, type: string, known: readonly string[]): void {
  for (const [key, value] of Object.entries(input ?? {})) {
    if (value !== null && value !== undefined && value !== false && !known.includes(key)) throw notModelled(`${type}.${key}`);
  }
}
