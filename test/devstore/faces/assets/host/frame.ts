import type { BridgeMessage } from "../bridge/link.ts";

export type Settings = {
  app: { handle: string; name: string; origin: string; clientId: string; scopes: string[] };
  /** Where the app lies in the admin: "/store/one/apps/recourse". */
  base: string;
  store: string;
  shop: string;
};

/** The element with an id, of the type it must have. Throws when the page has none. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${id}`);
}

export const settings = JSON.parse(byId("settings", HTMLScriptElement).textContent ?? "{}") as Settings;
export const frame = byId("app", HTMLIFrameElement);

/** An element with a class and a text; texts are never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

/** Says something to the app. */
export function tellApp(kind: string, detail: unknown): void {
  frame.contentWindow?.postMessage({ bridge: 1, kind, detail } satisfies BridgeMessage, settings.app.origin);
}

type Ear = (detail: never) => unknown;

/** Hears the app: from its frame and origin only. What an ear gives (or promises) is the answer to a question. */
export function hearApp(ears: Readonly<Record<string, Ear>>): void {
  window.addEventListener("message", (event: MessageEvent<BridgeMessage>) => {
    if (event.source !== frame.contentWindow || event.origin !== settings.app.origin || event.data?.bridge !== 1) return;
    void answer(ears, event.data);
  });
}

async function answer(ears: Readonly<Record<string, Ear>>, { kind, call, detail }: BridgeMessage): Promise<void> {
  const reply = (more: Partial<BridgeMessage>) => {
    if (call !== undefined) frame.contentWindow?.postMessage({ bridge: 1, kind, call, ...more } satisfies BridgeMessage, settings.app.origin);
  };
  const ear = ears[kind];
  try {
    if (!ear) throw new Error(`not modelled: ${kind}`);
    reply({ detail: await ear(detail as never) });
  } catch (error) {
    reply({ failed: error instanceof Error ? error.message : String(error) });
  }
}
