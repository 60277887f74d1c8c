/** What can be made to go wrong. The first seven are about calls, the others about webhooks. */
export const FAULT_KINDS = ["429", "throttled", "5xx", "slow", "hangUp", "hangUpAfter", "userError", "drop", "double", "delay", "reorder"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const WEBHOOK_KINDS: readonly FaultKind[] = ["drop", "double", "delay", "reorder"];

/**
 * One fault. It looks at calls or webhooks that fit all of `operation` (name), `root` (root field), `topic`, `shop`;
 * of these it hits the `nth` one (1 is the first), or `rate` of them (0 to 1, by a sequence that `seed` fixes), or all;
 * at most `times` times.
 */
export type FaultRule = {
  kind: FaultKind;
  operation?: string;
  root?: string;
  topic?: string;
  shop?: string;
  nth?: number;
  rate?: number;
  seed?: number;
  times?: number;
  /** slow and delay: milliseconds. */
  ms?: number;
  /** 5xx: which one. */
  status?: number;
  /** userError: what it says. */
  message?: string;
  field?: string[];
  code?: string;
};

export type Fault = { readonly id: number; readonly rule: FaultRule; seen: number; hits: number; state: number };

/** What a fault is compared with. */
export type Occasion = { shop: string; operation?: string | null; roots?: readonly string[]; topic?: string };

/** The next number of a sequence in [0, 1) (mulberry32) and the state after it. */
export function nextRandom(state: number): { value: number; state: number } {
  const next = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(next ^ (next >>> 15), next | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return { value: ((t ^ (t >>> 14)) >>> 0) / 2 ** 32, state: next };
}

export const createFault = (id: number, rule: FaultRule): Fault => ({ id, rule, seen: 0, hits: 0, state: rule.seed ?? 1 });

function fits(rule: FaultRule, occasion: Occasion): boolean {
  if (rule.shop !== undefined && rule.shop !== occasion.shop) return false;
  if (rule.topic !== undefined && rule.topic !== occasion.topic) return false;
  if (rule.operation !== undefined && rule.operation !== occasion.operation) return false;
  return rule.root === undefined || (occasion.roots ?? []).includes(rule.root);
}

/** True when the fault strikes now. Counts the occasion, so that n-th and rate are exact and repeatable. */
export function strikes(fault: Fault, occasion: Occasion): boolean {
  const { rule } = fault;
  const isWebhook = WEBHOOK_KINDS.includes(rule.kind);
  if (isWebhook !== (occasion.topic !== undefined) || !fits(rule, occasion)) return false;
  if (rule.times !== undefined && fault.hits >= rule.times) return false;
  fault.seen += 1;
  if (rule.nth !== undefined && fault.seen !== rule.nth) return false;
  if (rule.rate !== undefined) {
    const drawn = nextRandom(fault.state);
    fault.state = drawn.state;
    if (drawn.value >= rule.rate) return false;
  }
  fault.hits += 1;
  return true;
}

const TEXTS = ["operation", "root", "topic", "shop", "message", "code"] as const;
const NUMBERS = ["nth", "rate", "seed", "times", "ms", "status"] as const;

/** A rule out of what a caller sent. Throws an Error that says what is wrong with it. */
export function readRule(given: unknown): FaultRule {
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw new Error("a fault is an object");
  const from: Record<string, unknown> = { ...given };
  const kind = FAULT_KINDS.find((k) => k === from.kind);
  if (kind === undefined) throw new Error(`kind is one of ${FAULT_KINDS.join(", ")}`);
  const unknown = Object.keys(from).filter((key) => !["kind", "field", ...TEXTS, ...NUMBERS].includes(key));
  if (unknown.length > 0) throw new Error(`a fault has no ${unknown.join(", ")}`);
  for (const key of TEXTS) if (from[key] !== undefined && typeof from[key] !== "string") throw new Error(`${key} is a text`);
  for (const key of NUMBERS) if (from[key] !== undefined && typeof from[key] !== "number") throw new Error(`${key} is a number`);
  if (from.field !== undefined && !Array.isArray(from.field)) throw new Error("field is a list of texts");
  return { ...from, kind };
}
