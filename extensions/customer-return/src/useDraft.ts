import { useEffect, useState } from "preact/hooks";
import type { CustomerOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { host } from "../../account/host.ts";
import { newDraft, newEntry, stillPossible, unitsLeft, type Draft, type Entry } from "./draft.ts";

type Wanted = { readonly line: string | null; readonly reason: string | null };
export type Kept = { readonly draft: Draft | null; readonly change: (to: (entries: readonly Entry[]) => readonly Entry[]) => void; readonly drop: () => Promise<void> };

/** What was kept, with the item that the customer came for. */
function opened(kept: Draft | null, order: CustomerOrder, { line, reason }: Wanted): Draft {
  const draft = stillPossible(kept ?? newDraft(), order);
  const usable = order.lines.filter(({ available }) => available > 0);
  const wanted = line === null ? (usable.length === 1 ? usable[0] : undefined) : usable.find(({ lineId }) => numberOf(lineId) === line);
  if (!wanted || draft.entries.some(({ lineId }) => lineId === wanted.lineId) || (line === null && draft.entries.length > 0)) return draft;
  const quantity = Math.min(1, unitsLeft(order, draft.entries, wanted.lineId));
  return quantity > 0 ? { ...draft, entries: [...draft.entries, newEntry(wanted.lineId, quantity, reason)] } : draft;
}

/** The request half-way: kept in the extension's storage with each change, so that a page that is closed loses nothing. */
export function useDraft(order: CustomerOrder, wanted: Wanted): Kept {
  const [draft, setDraft] = useState<Draft | null>(null);
  const key = `request ${numberOf(order.orderId)}`;
  useEffect(() => {
    void host().storage.read<Draft>(key).catch(() => null).then((kept) => setDraft(opened(kept, order, wanted)));
  }, [key]);
  useEffect(() => {
    if (draft) void host().storage.write(key, draft);
  }, [key, draft]);
  const change: Kept["change"] = (to) => setDraft((now) => now && { ...now, entries: to(now.entries) });
  return { draft, change, drop: async () => void (await host().storage.delete(key)) };
}
