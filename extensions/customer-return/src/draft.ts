import type { ApiQuestion, ApiRemedy, AskedFacts, AskedLine, CustomerOrder } from "../../../app/api.ts";

export type Upload = { readonly handle: string; readonly name: string };

/** Units of one line that are asked for alike. */
export type Entry = {
  readonly id: string; readonly lineId: string; readonly quantity: number; readonly reason: string | null; readonly remedy: ApiRemedy | null; readonly facts: AskedFacts;
  /** Questions put so far: those that were answered stay, so that an answer can be changed. */
  readonly questions: readonly ApiQuestion[];
  readonly files: readonly Upload[]; readonly exchangeFor: string | null; readonly serviceLevel: string | null; readonly note: string;
};

/** A request half-way. `key` stays the same until it is sent: sent twice, it is one case. */
export type Draft = { readonly key: string; readonly entries: readonly Entry[] };

export const newEntry = (lineId: string, quantity: number, reason: string | null = null): Entry => ({
  id: crypto.randomUUID(), lineId, quantity, reason, remedy: null, facts: {}, questions: [], files: [], exchangeFor: null, serviceLevel: null, note: "",
});

export const newDraft = (): Draft => ({ key: crypto.randomUUID(), entries: [] });

/** Another reason starts the questions again; files stay. */
export const withReason = (entry: Entry, reason: string): Entry => ({ ...newEntry(entry.lineId, entry.quantity, reason), id: entry.id, files: entry.files, note: entry.note });

/** Units of a line that no entry has taken. */
export const unitsLeft = (order: CustomerOrder, entries: readonly Entry[], lineId: string): number =>
  (order.lines.find((line) => line.lineId === lineId)?.available ?? 0) - entries.filter((entry) => entry.lineId === lineId).reduce((n, { quantity }) => n + quantity, 0);

/** A draft of an earlier visit, as far as the order still has the units. */
export function stillPossible(draft: Draft, order: CustomerOrder): Draft {
  const entries = draft.entries.reduce<readonly Entry[]>((kept, entry) => {
    const quantity = Math.min(entry.quantity, unitsLeft(order, kept, entry.lineId));
    return quantity > 0 ? [...kept, { ...entry, quantity }] : kept;
  }, []);
  return { ...draft, entries };
}

/** An entry as it is sent; null as long as it has no reason. The note is left out where it would only be a reason to ask again. */
export function askedOf({ lineId, quantity, reason, remedy, facts, files, exchangeFor, serviceLevel, note }: Entry, withNote: boolean): AskedLine | null {
  if (reason === null) return null;
  return {
    lineId, quantity, reason, ...(remedy ? { remedy } : {}), ...(Object.keys(facts).length ? { facts } : {}), ...(files.length ? { files: files.map(({ handle }) => handle) } : {}),
    ...(exchangeFor ? { exchangeFor } : {}), ...(serviceLevel ? { serviceLevel } : {}), ...(withNote && note.trim() ? { note: note.trim() } : {}),
  };
}
