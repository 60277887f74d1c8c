import { asksOf, printable } from "./asks.ts";
import { placeOf } from "./navigate.ts";
import { receiver, type Receiver } from "./receiver.ts";
import { settings, type Listed } from "./settings.ts";
import type { Owner } from "./part.ts";
import type { Context, Entry, FromWorker, Start, ToWorker } from "./protocol.ts";

export type Running = { readonly stop: () => void; readonly listed: Listed };
export type Surroundings = { readonly onClose: () => void; readonly open: (handle: string) => void };

const warned = new Set<string>();

/** Says once in the console what is not there. */
function warn(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(`[extension] ${text}`);
}

/** Runs one extension at one place, in its own worker. */
export function run(listed: Listed, root: HTMLElement, context: Context, around: Surroundings): Running {
  const script = `/extensions/${listed.handle}/${listed.target}`;
  const worker = new Worker(`${script}/worker.js`, { type: "module", name: `${listed.handle} ${listed.target}` });
  const tell = (message: ToWorker): void => worker.postMessage(message);
  root.setAttribute("data-extension", listed.handle);
  root.setAttribute("data-target", listed.target);
  const stop = (): void => {
    worker.terminate();
    removeEventListener("popstate", back);
  };
  const close = (): void => { stop(); around.onClose(); };
  const go = (url: string, isNew = false, state?: unknown, how = "auto"): void => follow(listed, around, tell, url, isNew, state, how);
  const owner: Owner = { happened: (id, type, state, detail) => tell({ kind: "event", id, type, state, detail }), go: (href, isNew) => attempt(() => go(href, isNew)), close, called: (id) => tree.byName(id), print: printable, heading: listed.name, warn };
  const tree: Receiver = receiver(root, owner);
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      failed(listed, root, error instanceof Error ? error.message : String(error), "");
    }
  };
  const asks: Record<string, (...args: never[]) => unknown> = {
    ...asksOf(listed.handle), close,
    navigate: (url: string, state: unknown, how: string) => go(url, false, state, how),
    updateEntry: (state: unknown) => history.replaceState({ key: entryNow().key, state }, ""),
    back: () => history.back(),
  };
  const back = (): void => tell({ kind: "navigated", entry: entryNow(), how: "traverse" });
  if (settings.page !== null) addEventListener("popstate", back);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => attempt(() => heard(data, { tree, asks, tell, root, listed }));
  worker.onerror = (event) => failed(listed, root, event.message || "the extension's worker could not start", "");
  tell({ kind: "start", start: startOf(listed, `${script}/module.js`, context) });
  return { stop, listed };
}

type Ears = { readonly tree: Receiver; readonly asks: Record<string, (...args: never[]) => unknown>; readonly tell: (message: ToWorker) => void; readonly root: HTMLElement; readonly listed: Listed };

function heard(message: FromWorker, { tree, asks, tell, root, listed }: Ears): void {
  switch (message.kind) {
    case "mutate": tree.mutate(message.records); break;
    case "method": tree.part(message.id)?.dispatchEvent(new CustomEvent("overlay", { detail: message.method })); break;
    case "rendered": root.setAttribute("data-rendered", ""); break;
    case "failed": failed(listed, root, message.message, message.stack); break;
    case "ask": void answer(message, asks, tell); break;
  }
}

async function answer({ call, name, args }: Extract<FromWorker, { kind: "ask" }>, asks: Ears["asks"], tell: Ears["tell"]): Promise<void> {
  try {
    const ear = asks[name];
    if (!ear) throw new Error(`not modelled: ${name}`);
    tell({ kind: "answer", call, value: await ear(...(args as never[])) });
  } catch (error) {
    tell({ kind: "answer", call, failed: error instanceof Error ? error.message : String(error) });
  }
}

/** An error ends what the extension shows with a note in its place, and stands in the console. */
function failed(listed: Listed, root: HTMLElement, message: string, stack: string): void {
  console.error(`[extension ${listed.handle} ${listed.target}] ${message}\n${stack}`);
  if (root.querySelector(":scope > .extfailed")) return;
  const note = document.createElement("div");
  note.className = "extfailed";
  note.setAttribute("role", "alert");
  note.textContent = `${listed.name} could not be shown: ${message}`;
  root.prepend(note);
}

function entryNow(): Entry {
  const kept = history.state as { key?: string; state?: unknown } | null;
  const own = settings.page === null ? null : `${location.pathname.slice(settings.page.length) || "/"}${location.search}`;
  return { key: kept?.key ?? "first", url: own === null ? location.href : `extension:${own}`, state: kept?.state };
}

function follow(listed: Listed, around: Surroundings, tell: Ears["tell"], url: string, isNew: boolean, state: unknown, how: string): void {
  const place = placeOf(listed.handle, url);
  if (place.kind === "open") return around.open(place.handle);
  if (place.kind === "own") return within(tell, place.path, state, how);
  const address = place.kind === "web" ? place.url : place.path;
  if (isNew || (place.kind === "web" && new URL(address).origin !== location.origin)) window.open(address, "_blank", "noopener");
  else if (how === "replace") location.replace(address);
  else location.assign(address);
}

/** Within a full page only the address changes, and the extension is told. */
function within(tell: Ears["tell"], path: string, state: unknown, how: string): void {
  const base = settings.page ?? "";
  const url = path.startsWith("?") ? `${location.pathname}${path}` : `${base}${path === "/" ? "" : path}`;
  const entry = { key: crypto.randomUUID(), state };
  if (how === "replace") history.replaceState(entry, "", url); else history.pushState(entry, "", url);
  tell({ kind: "navigated", entry: entryNow(), how: how === "replace" ? "replace" : "push" });
}

function startOf(listed: Listed, module: string, context: Context): Start {
  const { shop, appUrl, country } = settings;
  return { ...listed, module: new URL(module, location.origin).href, appUrl, country, shop, entry: entryNow(), context: { ...settings.context, ...context } };
}
