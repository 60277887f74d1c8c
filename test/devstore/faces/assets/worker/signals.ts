/** A signal of the extension's own copy of @preact/signals, as `setSignals` hands over its constructor. */
type SignalLike<T> = { value: T; subscribe: (heard: (value: T) => void) => () => void };
type SignalMaker = new (value: unknown) => SignalLike<unknown>;

/** What the API types call SubscribableSignalLike. */
export type Signal<T> = { readonly value: T; readonly current: T; subscribe: (heard: (value: T) => void) => () => void; destroy: () => Promise<void> };
export type Source<T> = { readonly signal: Signal<T>; set: (value: T) => void };

let maker: SignalMaker | null = null;
const sources = new Set<() => void>();

/** Called by `@shopify/ui-extensions/preact`: from then on reading a value in a component draws it again when it changes. */
export function setSignals(Made: SignalMaker): void {
  maker = Made;
  for (const remake of sources) remake();
}

/** A value that an extension may read and listen to. */
export function source<T>(first: T): Source<T> {
  const heard = new Set<(value: T) => void>();
  let current = first;
  let inner: SignalLike<T> | null = null;
  const remake = (): void => { inner = maker ? (new maker(current) as SignalLike<T>) : null; };
  sources.add(remake);
  remake();
  const read = (): T => (inner ? inner.value : current);
  const signal: Signal<T> = {
    get value() { return read(); },
    get current() { return read(); },
    subscribe(listener) { heard.add(listener); return () => heard.delete(listener); },
    destroy: () => { heard.clear(); return Promise.resolve(); },
  };
  const set = (value: T): void => {
    current = value;
    if (inner) inner.value = value;
    for (const listener of heard) listener(value);
  };
  return { signal, set };
}

/** A value that stays as it is. */
export const constant = <T>(value: T): Signal<T> => source(value).signal;
