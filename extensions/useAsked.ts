import { useCallback, useEffect, useState } from "preact/hooks";

/** What was asked: null while the answer is on its way. `again` asks once more, `show` puts a newer answer in its place. */
export type Asking<Asked> = { readonly asked: Asked | null; readonly again: () => void; readonly show: (asked: Asked) => void };

/** Asks for what a component shows, by a path and the surface's way of asking. */
export function useAsked<Asked>(ask: (path: string) => Promise<Asked>, path: string): Asking<Asked> {
  const [asked, setAsked] = useState<Asked | null>(null);
  const again = useCallback(() => {
    setAsked(null);
    void ask(path).then(setAsked);
  }, [ask, path]);
  useEffect(again, [again]);
  return { asked, again, show: setAsked };
}
