import type { Entry } from "../extensions/protocol.ts";
import { ask } from "./link.ts";
import { flushTree } from "./tree.ts";

type Heard = (event: { navigationType: string; from: object }) => void;

const shown = (entry: Entry): object => ({ key: entry.key, url: entry.url, getState: () => structuredClone(entry.state) });

let current: Entry = { key: "0", url: null, state: undefined };
const listeners = new Set<Heard>();

/** The page went elsewhere within the extension's own routes. */
export function navigated(entry: Entry, how: string): void {
  const from = shown(current);
  current = entry;
  for (const heard of listeners) heard({ navigationType: how, from });
}

/** The `navigation` global of customer accounts, admin blocks and POS. */
export function makeNavigation(first: Entry): object {
  current = first;
  return {
    navigate(url: string | URL, options: { state?: unknown; history?: string } = {}) {
      flushTree();
      return ask<undefined>("navigate", String(url), options.state, options.history ?? "auto");
    },
    get currentEntry() { return shown(current); },
    updateCurrentEntry({ state }: { state: unknown }) {
      current = { ...current, state: structuredClone(state) };
      void ask("updateEntry", state);
    },
    back: () => void ask("back"),
    addEventListener: (type: string, heard: Heard) => { if (type === "currententrychange") listeners.add(heard); },
    removeEventListener: (_type: string, heard: Heard) => void listeners.delete(heard),
  };
}
