import { useCallback, useEffect, useState } from "preact/hooks";
import { ask, type Asked } from "./ask.ts";

export type Answer<T> = { readonly asked: Asked<T> | null; readonly again: () => void; readonly set: (value: T) => void };

/** An answer of the app that a component shows: null while it is on its way. `again` asks once more, `set` puts a newer one in its place. */
export function useAsked<T>(path: string): Answer<T> {
  const [asked, setAsked] = useState<Asked<T> | null>(null);
  const again = useCallback(() => {
    setAsked(null);
    void ask<T>(path).then(setAsked);
  }, [path]);
  useEffect(again, [again]);
  return { asked, again, set: (value) => setAsked({ value }) };
}
