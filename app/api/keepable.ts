/** What came in as JSON and no column holds: PostgreSQL has no NUL, no half of a surrogate pair, and no room for endless nesting. */
import type { FieldFault } from "./failure.ts";

/** Deeper than any body of ours; what is deeper would end in a stack that is full. */
const DEEPEST = 64;

const isNoText = (text: string): boolean => text.includes("\0") || !text.isWellFormed();

/** The first place that cannot be kept, by its path; null where all can. */
export function notKeepable(value: unknown, path = "", levels = DEEPEST): FieldFault | null {
  const fault = (message: string): FieldFault => ({ field: path || "body", message });
  if (typeof value === "string") return isNoText(value) ? fault("has a character that no text has") : null;
  if (typeof value !== "object" || value === null) return null;
  if (levels === 0) return fault("is nested too deep");
  for (const [key, inner] of Object.entries(value)) {
    if (isNoText(key)) return fault("has a name with a character that no text has");
    const found = notKeepable(inner, path ? `${path}.${key}` : key, levels - 1);
    if (found) return found;
  }
  return null;
}
