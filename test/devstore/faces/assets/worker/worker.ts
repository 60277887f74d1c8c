/** An extension's own worker: a DOM without a page, the `shopify` global, then the extension's module. */
import type { Start, ToWorker } from "../extensions/protocol.ts";
import { adminApi } from "./admin.ts";
import { customerAccountApi } from "./customerAccount.ts";
import { wrapFetch } from "./fetch.ts";
import { answered, say } from "./link.ts";
import { makeNavigation, navigated } from "./navigation.ts";
import { posApi } from "./pos.ts";
import { setSignals } from "./signals.ts";
import { connectTree, happened } from "./tree.ts";

type Module = { default?: (api: object) => unknown };

function failed(error: unknown): void {
  const known = error instanceof Error ? error : new Error(String(error));
  say({ kind: "failed", message: known.message, stack: known.stack ?? "" });
}

function apiFor(start: Start, navigation: object): object {
  if (start.target.startsWith("customer-account.")) return customerAccountApi(start);
  return start.target.startsWith("pos.") ? posApi(start) : adminApi(start, navigation);
}

async function begin(start: Start): Promise<void> {
  connectTree();
  wrapFetch(start);
  const navigation = makeNavigation(start.entry);
  // While the module is read there is no target yet, and so no API (assumed: one script serves all targets of an extension).
  const api = Object.defineProperty({}, "setSignals", { value: setSignals });
  Object.defineProperty(globalThis, "shopify", { value: api });
  Object.defineProperty(globalThis, "navigation", { value: navigation, configurable: true });
  const { default: render } = (await import(start.module)) as Module;
  Object.defineProperties(api, Object.getOwnPropertyDescriptors(apiFor(start, navigation)));
  if (typeof render !== "function") throw new Error("the extension's module has no default export to render it");
  await render(api);
  say({ kind: "rendered" });
}

function heard(message: ToWorker): void {
  switch (message.kind) {
    case "start": void begin(message.start).catch(failed); break;
    case "event": happened(message.id, message.type, message.state, message.detail); break;
    case "answer": answered(message.call, message.value, message.failed); break;
    case "navigated": navigated(message.entry, message.how); break;
  }
}

const port = self as unknown as EventTarget;
port.addEventListener("message", (event) => heard((event as MessageEvent<ToWorker>).data));
port.addEventListener("error", (event) => failed((event as ErrorEvent).error ?? (event as ErrorEvent).message));
port.addEventListener("unhandledrejection", (event) => failed((event as PromiseRejectionEvent).reason));
