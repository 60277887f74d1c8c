import { hooks } from "@remote-dom/core/polyfill";
import { BatchingRemoteConnection, connectRemoteNode, remoteId, setRemoteId, updateRemoteElementProperty } from "@remote-dom/core/elements";
import { ROOT_ID, type RemoteConnection } from "@remote-dom/core";
import { COMPONENTS, FLAGS, METHODS, type Component } from "../extensions/components.ts";
import type { RemoteRecord } from "../extensions/protocol.ts";
import { say } from "./link.ts";

/** Elements that the page knows, by their id. */
const shown = new Map<string, Element>();
/** What the user changed comes from the page: it must not be sent back there. */
let isFromPage = false;

const batching = new BatchingRemoteConnection({ mutate: (records) => say({ kind: "mutate", records: records as unknown as RemoteRecord[] }), call: () => undefined });
const connection: RemoteConnection = {
  call: () => undefined,
  mutate: (records) => { if (!isFromPage) batching.mutate([...records]); },
};

/** Joins the tree to the page: what is put into document.body is drawn there. */
export function connectTree(): void {
  for (const [tag, component] of Object.entries(COMPONENTS)) customElements.define(tag, elementClass(tag, component));
  setRemoteId(document.body, ROOT_ID);
  connectRemoteNode(document.body, connection);
  const { insertChild, removeChild } = hooks;
  hooks.insertChild = (parent, node, index) => {
    insertChild?.(parent, node, index);
    each(node, (element) => shown.set(remoteId(element), element));
  };
  hooks.removeChild = (parent, node, index) => {
    each(node, (element) => shown.delete(remoteId(element)));
    removeChild?.(parent, node, index);
  };
}

/** Sends what waits at once: an answer may depend on it being drawn. */
export const flushTree = (): void => batching.flush();

function each(node: Node, visit: (element: Element) => void): void {
  if (node instanceof Element) visit(node);
  for (const child of node.childNodes ?? []) each(child, visit);
}

const VALUES = new WeakMap<Element, Record<string, unknown>>();

function valuesOf(element: Element): Record<string, unknown> {
  const values = VALUES.get(element) ?? {};
  VALUES.set(element, values);
  return values;
}

/** Functions cannot cross to the page; the rest is copied by the browser. */
const portable = (value: unknown): unknown => (typeof value === "function" ? undefined : value);

function change(element: Element, name: string, value: unknown): void {
  valuesOf(element)[name] = value;
  updateRemoteElementProperty(element, name, portable(value));
}

/** A component as extensions see it: properties by their names, attributes in small letters, `on…` for its events. */
function elementClass(tag: string, { props, events }: Component): CustomElementConstructor {
  const byAttribute = new Map(props.map((name) => [name.toLowerCase(), name]));
  class RemoteComponent extends HTMLElement {
    static observedAttributes = [...byAttribute.keys(), "id", "slot"];
    attributeChangedCallback(attribute: string, _old: string | null, value: string | null): void {
      const name = byAttribute.get(attribute) ?? attribute;
      change(this, name, FLAGS.has(name) ? value !== null && value !== "false" : (value ?? undefined));
    }
  }
  for (const name of props) {
    Object.defineProperty(RemoteComponent.prototype, name, {
      configurable: true, enumerable: true,
      get(this: Element) { return valuesOf(this)[name]; },
      set(this: Element, value: unknown) { change(this, name, value ?? undefined); },
    });
  }
  for (const event of events) Object.defineProperty(RemoteComponent.prototype, `on${event}`, handlerProperty(event));
  for (const method of METHODS[tag] ?? []) {
    Object.defineProperty(RemoteComponent.prototype, method, { value(this: Element) { flushTree(); say({ kind: "method", id: remoteId(this), method }); } });
  }
  return RemoteComponent;
}

function handlerProperty(event: string): PropertyDescriptor {
  const handlers = new WeakMap<Element, EventListener>();
  return {
    configurable: true,
    get(this: Element) { return handlers.get(this) ?? null; },
    set(this: Element, handler: EventListener | null) {
      const before = handlers.get(this);
      if (before) this.removeEventListener(event, before);
      handlers.delete(this);
      if (typeof handler !== "function") return;
      handlers.set(this, handler);
      this.addEventListener(event, handler);
    },
  };
}

/** What happened on the page: first the element's state, then its event. Only clicks rise to what contains the element (assumed). */
export function happened(id: string, type: string, state: Readonly<Record<string, unknown>>, detail: unknown): void {
  const element = shown.get(id);
  if (!element) return;
  isFromPage = true;
  for (const [name, value] of Object.entries(state)) change(element, name, value);
  isFromPage = false;
  element.dispatchEvent(new CustomEvent(type, { bubbles: type === "click", cancelable: true, detail }));
}
