import { COMPONENTS } from "./components.ts";
import { STYLES } from "./styles.ts";

export type Props = Record<string, unknown>;

/** What a drawn component needs of the extension it belongs to. */
export type Owner = {
  readonly happened: (id: string, type: string, state: Props, detail: unknown) => void;
  readonly go: (href: string, isNew: boolean) => void;
  readonly close: () => void;
  readonly called: (id: string) => Part | undefined;
  readonly print: (src: string) => Promise<Blob>;
  readonly heading: string;
  readonly warn: (text: string) => void;
};

/** Builds a component's inside once; what it returns brings it up to date with the properties. */
export type Draw = (part: Part) => () => void;

let sheet: CSSStyleSheet | undefined;

function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
}

/** A component of an extension on the page. Its inside is in a shadow tree; what the extension put into it lies in slots. */
export abstract class Part extends HTMLElement {
  readonly props: Props = {};
  readonly inside: ShadowRoot;
  remoteId = "";
  owner: Owner | null = null;
  private update: (() => void) | null = null;
  private isWaiting = false;
  abstract readonly draw: Draw;

  constructor() {
    super();
    this.inside = this.attachShadow({ mode: "open" });
    this.inside.adoptedStyleSheets = [sharedSheet()];
  }

  connectedCallback(): void {
    this.refresh();
  }

  set(name: string, value: unknown): void {
    if (name === "slot" || name === "id") {
      this.setAttribute(name === "id" ? "data-id" : "slot", String(value ?? ""));
      return;
    }
    if (value !== undefined && !COMPONENTS[this.localName]?.props.includes(name)) this.owner?.warn(`not modelled: <${this.localName} ${name}>`);
    this.props[name] = value;
    this.refresh();
  }

  /** Brings it up to date before the browser paints; many changes make one update. */
  refresh(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      if (!this.isConnected) return;
      this.update ??= this.draw(this);
      this.update();
    });
  }

  /** At once, where the browser needs it so (a dialog that opens). */
  refreshNow(): void {
    this.update ??= this.draw(this);
    this.update();
  }

  /** Tells the extension, first what changed of this component. */
  emit(type: string, state: Props = {}, detail: unknown = null): void {
    Object.assign(this.props, state);
    this.owner?.happened(this.remoteId, type, state, detail);
  }

  text(name: string): string {
    const value = this.props[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  flag(name: string): boolean {
    const value = this.props[name];
    return value === true || value === "" || value === "true";
  }
}

/** Registers a component. */
export function define(tag: string, draw: Draw): void {
  if (!(tag in COMPONENTS)) throw new Error(`${tag} is not in the list of components`);
  customElements.define(tag, class extends Part { override readonly draw = draw; });
}

type Attributes = Readonly<Record<string, string | null | false | undefined>>;

/** An element with attributes and children. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  attrs(made, attributes);
  made.append(...children);
  return made;
}

/** Sets attributes; null, undefined and false take them away. */
export function attrs(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

export const slot = (name = ""): HTMLSlotElement => el("slot", name ? { name } : {});

/** The text of what lies in the default slot, as Shopify makes labels of it: markup is ignored. */
export function ownText(element: Element): string {
  return [...element.childNodes].filter((node) => !(node instanceof Element && node.slot)).map((node) => node.textContent ?? "").join("").trim();
}

/** The text of what lies in a named slot. */
export const slotText = (element: Element, name: string): string => [...element.children].filter((c) => c.slot === name).map((c) => c.textContent ?? "").join(" ").trim();

export const hasSlot = (element: Element, name: string): boolean => [...element.children].some((c) => c.slot === name);
