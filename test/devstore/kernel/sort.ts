import { notModelled } from "./failure.ts";
import { tailOf } from "./ids.ts";

/** A sorted copy by a key, then by age (the number in the id); without a key the list as it is. */
export function byKey<T extends { id: string }>(list: readonly T[], key: ((record: T) => string | number) | undefined): T[] {
  if (!key) return [...list];
  return list
    .map((record) => ({ record, key: key(record), age: Number(tailOf(record.id)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.age - b.age))
    .map(({ record }) => record);
}

/** A copy sorted by a sort key of the schema. RELEVANCE, and a key that is null, leave the list as it is. Throws for a key that is not played. */
export function sortedBy<T extends { id: string }>(list: readonly T[], keys: Readonly<Record<string, ((record: T) => string | number) | null>>, sortKey: string): T[] {
  const key = keys[sortKey];
  if (key === undefined && sortKey !== "RELEVANCE") throw notModelled(`sort key ${sortKey}`);
  return byKey(list, key ?? undefined);
}
