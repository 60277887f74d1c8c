/** Numbers that look random and repeat with their seed. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number;
  /** True with the given chance, 0 to 1. */
  chance(of: number): boolean;
  /** One of the list. Throws when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** A key of the table, more often the heavier it is. Throws when it is empty. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
};

/** FNV-1a over the text: one 32-bit state per name, so that streams of different names do not depend on each other. */
function stateOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A stream for (seed, name). The generator is mulberry32: 32 bits of state are plenty for some thousand draws. */
export function randomOf(seed: number, name: string): Random {
  let state = stateOf(`${seed}/${name}`);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (of) => next() < of,
    pick: (list) => at(list, whole(0, list.length - 1)),
    weighted: (weights) => heavier(weights, next()),
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

function heavier<K extends string>(weights: Readonly<Partial<Record<K, number>>>, part: number): K {
  const keys = Object.keys(weights) as K[];
  const total = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0);
  let left = part * total;
  for (const key of keys) {
    left -= weights[key] ?? 0;
    if (left < 0) return key;
  }
  return at(keys, keys.length - 1);
}
