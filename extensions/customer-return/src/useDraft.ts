import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CustomerOrder } from "../../../app/api.ts";
import { numberOf } from "../../numberOf.ts";
import { newDraft, newEntry, stillPossible, unitsLeft, type Draft, type Entry } from "./draft.ts";
import { keptDraft } from "./keptDraft.ts";

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

/** The request half-way: kept with each change, so that a page that is closed loses nothing. */
export function useDraft(order: CustomerOrder, wanted: Wanted): Kept {
  const [draft, setDraft] = useState<Draft | null>(null), isTouched = useRef(false);
  const kept = useMemo(() => keptDraft(order.orderId), [order.orderId]);
  useEffect(() => void kept.read().then((found) => setDraft(opened(found, order, wanted))), [kept]);
  useEffect(() => {
    if (draft && isTouched.current) kept.keep(draft);
  }, [kept, draft]);
  const change: Kept["change"] = (to) => {
    isTouched.current = true;
    setDraft((now) => now && { ...now, entries: to(now.entries) });
  };
  return { draft, change, drop: kept.drop };
}
