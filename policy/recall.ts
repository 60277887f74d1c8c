/** Values remembered by a row of small integers: found by a hash, told apart by the row itself, bounded in number. */

type Kept<T> = Readonly<{ row: readonly number[]; hash: number; value: T; next: Kept<T> | undefined }>;

/** `chains` is a power of two long; a hash's place in it are its highest bits, the best mixed. */
export type Memory<T> = { readonly most: number; size: number; shift: number; chains: (Kept<T> | undefined)[] };

const FEWEST_CHAINS_BITS = 4;

const emptyChains = <T>(bits: number): (Kept<T> | undefined)[] => new Array<Kept<T> | undefined>(1 << bits).fill(undefined);

/** An empty memory; once it holds `most` values it starts afresh, so that no stream of claims can fill it up. */
export const memory = <T>(most: number): Memory<T> => ({ most, size: 0, shift: 32 - FEWEST_CHAINS_BITS, chains: emptyChains(FEWEST_CHAINS_BITS) });

/** The hash of a row is built up from 0, item by item, while the row is written. */
export const hashed = (hash: number, item: number): number => Math.imul(hash ^ (hash >>> 15) ^ item, 0x9e3779b1);

function same(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** The value kept for a row with this hash, if any. */
export function recall<T>({ chains, shift }: Memory<T>, row: readonly number[], hash: number): T | undefined {
  for (let kept = chains[hash >>> shift]; kept; kept = kept.next) if (kept.hash === hash && same(kept.row, row)) return kept.value;
  return undefined;
}

/** Keeps a value for a row, of which it takes a copy. */
export function keep<T>(into: Memory<T>, row: readonly number[], hash: number, value: T): T {
  if (into.size >= into.most) Object.assign(into, memory<T>(into.most));
  if (into.size >= into.chains.length) grow(into);
  into.size++;
  chain(into, { row: row.slice(), hash, value, next: undefined });
  return value;
}

function chain<T>({ chains, shift }: Memory<T>, kept: Kept<T>): void {
  const place = kept.hash >>> shift;
  chains[place] = { ...kept, next: chains[place] };
}

/** Twice as many chains, so that each stays short. */
function grow<T>(memory: Memory<T>): void {
  const before = memory.chains;
  memory.shift--;
  memory.chains = emptyChains(32 - memory.shift);
  for (let kept of before) for (; kept; kept = kept.next) chain(memory, kept);
}
