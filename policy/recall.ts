/** Values remembered by a row of small integers: found by a hash, told apart by the row itself, bounded in number. */

type Kept<T> = Readonly<{ row: readonly number[]; value: T; next: Kept<T> | undefined }>;

export type Memory<T> = { readonly most: number; size: number; readonly chains: Map<number, Kept<T>> };

/** An empty memory; once it holds `most` values it starts afresh, so that no stream of claims can fill it up. */
export const memory = <T>(most: number): Memory<T> => ({ most, size: 0, chains: new Map() });

/** The hash of a row is built up from 0, item by item, while the row is written. */
export const hashed = (hash: number, item: number): number => Math.imul(hash ^ (hash >>> 15) ^ item, 0x9e3779b1);

function same(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** The value kept for a row with this hash, if any. */
export function recall<T>(from: Memory<T>, row: readonly number[], hash: number): T | undefined {
  for (let kept = from.chains.get(hash); kept; kept = kept.next) if (same(kept.row, row)) return kept.value;
  return undefined;
}

/** Keeps a value for a row, of which it takes a copy. */
export function keep<T>(into: Memory<T>, row: readonly number[], hash: number, value: T): T {
  if (into.size >= into.most) {
    into.chains.clear();
    into.size = 0;
  }
  into.chains.set(hash, { row: row.slice(), value, next: into.chains.get(hash) });
  into.size++;
  return value;
}
