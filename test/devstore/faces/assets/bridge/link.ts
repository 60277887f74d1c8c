/** What goes between an embedded app and the admin around it. */
export type BridgeMessage = { bridge: 1; kind: string; call?: number; detail?: unknown; failed?: string };

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** The admin's origin: where this script came from. Messages go there and are believed from there only. */
export const home = script ? new URL(script.src, location.href).origin : location.origin;
export const ownScript = script;
export const isEmbedded = window.parent !== window;

let calls = 0;
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
const ears = new Map<string, (detail: never) => void>();

/** Tells the admin something; nothing comes back. */
export function tell(kind: string, detail: unknown = null): void {
  if (isEmbedded) window.parent.postMessage({ bridge: 1, kind, detail } satisfies BridgeMessage, home);
}

/** Asks the admin and waits for its answer. Rejects with its words when it cannot, and when there is no admin around. */
export function ask<T>(kind: string, detail: unknown = null): Promise<T> {
  if (!isEmbedded) return Promise.reject(new Error(`${kind}: the app is not open in the admin`));
  const call = ++calls;
  window.parent.postMessage({ bridge: 1, kind, call, detail } satisfies BridgeMessage, home);
  return new Promise<T>((resolve, reject) => waiting.set(call, { resolve: resolve as (value: unknown) => void, reject }));
}

/** Sets what is done when the admin says something. */
export function hear<T>(kind: string, ear: (detail: T) => void): void {
  ears.set(kind, ear as (detail: never) => void);
}

window.addEventListener("message", (event: MessageEvent<BridgeMessage>) => {
  if (event.source !== window.parent || event.origin !== home || event.data?.bridge !== 1) return;
  const { kind, call, detail, failed } = event.data;
  if (call === undefined) {
    ears.get(kind)?.(detail as never);
    return;
  }
  const open = waiting.get(call);
  waiting.delete(call);
  if (failed === undefined) open?.resolve(detail);
  else open?.reject(new Error(failed));
});

/** Dispatches an event after the running task: a component that calls show() in an effect adds its listener in a later one. */
export function tellLater(element: HTMLElement, event: string): void {
  queueMicrotask(() => element.dispatchEvent(new Event(event)));
}
