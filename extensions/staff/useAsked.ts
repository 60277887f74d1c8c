import { useCallback, useEffect, useState } from "preact/hooks";
import { ask, type Asked } from "./ask.ts";

/** An answer of the app that a component shows: null while it is on its way; `again` asks once more. */
export function useAsked<T>(path: string): { readonly asked: Asked<T> | null; readonly again: () => void } {
  const [asked, setAsked] = useState<Asked<T> | null>(null);
  const again = useCallback(() => {
    setAsked(null);
    void ask<T>(path).then(setAsked);
  }, [path]);
  useEffect(again, [again]);
  return { asked, again };
}
