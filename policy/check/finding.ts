/** What the lint found: how grave, of which kind, in which clauses, and a claim that shows it. */
import type { Claim } from "../claim.ts";

/**
 * Kinds of findings. An error keeps a policy from being decided as written; a warning is for the merchant to
 * resolve or to accept; a note only says what is so.
 */
export type Kind =
  | "unknown_id" | "circular_overrides" | "unknown_term" | "unknown_setting" | "idle_override" | "unset_setting" | "broken_reading" | "idle_option"
  | "never_reached" | "always_silenced" | "opens_in_vain"
  | "availability" | "choice" | "paid_instead" | "freight" | "gives" | "term" | "promise" | "fee" | "window" | "two_starts"
  | "hole" | "gap" | "numbers" | "below_floor";

/** A claim that shows the finding (it can be decided), and the same in one line. */
export type Example = Readonly<{ says: string; claim: Claim }>;

export type Finding = Readonly<{ level: "error" | "warning" | "note"; kind: Kind; clauses: readonly string[]; message: string; example?: Example }>;

const gravity = { error: 0, warning: 1, note: 2 } as const;

/** Gravest first, then by kind, the order of the clauses kept. */
export const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => gravity[a.level] - gravity[b.level] || a.kind.localeCompare(b.kind));
