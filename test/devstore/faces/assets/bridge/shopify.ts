import { watchBars } from "./bars.ts";
import { config, environment } from "./config.ts";
import { bridgeFetch } from "./fetch.ts";
import { ask, hear, home, tell } from "./link.ts";
import { defineModal, modal } from "./modal.ts";
import { watchNavigation } from "./navigation.ts";
import { saveBar, watchSaveBars } from "./saveBar.ts";
import { idToken, reloadWithToken } from "./token.ts";

type ToastOptions = { duration?: number; isError?: boolean; action?: string; onAction?: () => void; onDismiss?: () => void };

let toasts = 0;
const open = new Map<string, ToastOptions>();

const toast = {
  show(message: string, options: ToastOptions = {}): string {
    const id = `toast-${++toasts}`;
    open.set(id, options);
    tell("toast", { id, message: String(message), duration: options.duration ?? 5000, isError: options.isError ?? false, action: options.action ?? null });
    return id;
  },
  hide: (id: string): void => tell("toastHide", { id }),
};

hear<{ id: string; acted: boolean }>("toast", ({ id, acted }) => {
  const options = open.get(id);
  open.delete(id);
  if (acted) options?.onAction?.();
  options?.onDismiss?.();
});

const notModelled = (name: string) => (): never => {
  throw new Error(`not modelled: shopify.${name}`);
};

/** The global `shopify`. What the store does not model fails by its name. */
const shopify = {
  config, environment, toast, saveBar, modal, idToken,
  origin: home,
  ready: Promise.resolve(),
  loading: (on?: boolean): void => tell("loading", { on: on ?? true }),
  user: () => ask<Record<string, unknown>>("user"),
  resourcePicker: (options: Record<string, unknown>) => ask<unknown[] | undefined>("resourcePicker", options),
  scopes: {
    query: () => ask<Record<string, string[]>>("scopes"),
    request: (scopes: string[]) => ask<Record<string, unknown>>("scopesRequest", { scopes }),
    revoke: (scopes: string[]) => ask<Record<string, unknown>>("scopesRevoke", { scopes }),
  },
  app: { extensions: notModelled("app.extensions") },
  intents: { invoke: notModelled("intents.invoke") },
  picker: notModelled("picker"),
  pos: notModelled("pos"),
  reviews: { request: notModelled("reviews.request") },
  scanner: { capture: notModelled("scanner.capture") },
  support: { registerHandler: notModelled("support.registerHandler") },
  webVitals: { onReport: async (): Promise<void> => undefined },
};

Object.assign(window, { shopify });
window.fetch = bridgeFetch;
watchNavigation();
watchSaveBars();
defineModal();
watchBars();
void reloadWithToken();
