import { useEffect, useRef, useState } from "preact/hooks";
import type { ApiQuote, AskedLine } from "../../../app/api.ts";
import { ask, type Failure } from "../../account/ask.ts";
import { numberOf } from "../../numberOf.ts";

export type Quoted = { readonly quote: ApiQuote | null; readonly failure: Failure | null; readonly isAsking: boolean; readonly again: () => void; readonly show: (quote: ApiQuote) => void };

/** What the lines would get today, asked again after each change; answers that were overtaken are dropped. */
export function useQuote(orderId: string, lines: readonly AskedLine[], onQuote: (quote: ApiQuote) => void): Quoted {
  const [quote, setQuote] = useState<ApiQuote | null>(null), [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false), [round, setRound] = useState(0), latest = useRef(0);
  const body = JSON.stringify({ lines });
  useEffect(() => {
    const mine = ++latest.current;
    setFailure(null);
    if (lines.length === 0) return setQuote(null);
    setAsking(true);
    void ask<ApiQuote>(`orders/${numberOf(orderId)}/quote`, { body: { lines } }).then(({ value, failure: why }) => {
      if (mine !== latest.current) return;
      setAsking(false);
      setFailure(why ?? null);
      if (!value) return;
      setQuote(value);
      onQuote(value);
    });
  }, [body, round]);
  return { quote, failure, isAsking, again: () => setRound(round + 1), show: setQuote };
}
