import { titleOf } from "./bars.ts";
import { tell, tellLater } from "./link.ts";

const SHEET = `
  :host { display: none; } :host([open]) { display: contents; }
  dialog { border: 0; padding: 0; border-radius: 14px; width: min(var(--w, 620px), calc(100vw - 24px)); max-height: calc(100vh - 48px); box-shadow: 0 24px 70px rgb(12 28 22 / .4); color: #1c2421; font: 14px/1.5 Inter, system-ui, sans-serif; }
  dialog[open] { display: flex; flex-direction: column; } dialog::backdrop { background: rgb(12 28 22 / .55); }
  header, footer { display: flex; gap: 8px; align-items: center; padding: 12px 16px; } header { border-bottom: 1px solid #dfe3de; } footer { border-top: 1px solid #dfe3de; justify-content: flex-end; }
  footer[hidden] { display: none; } h2 { margin: 0; flex: 1; font-size: 16px; font-weight: 650; overflow-wrap: anywhere; } .body { overflow: auto; flex: 1; } iframe { border: 0; width: 100%; height: 60vh; display: block; }
  button { font: inherit; font-weight: 550; font-size: 13px; min-height: 34px; padding: 6px 12px; border-radius: 9px; border: 1px solid #c8cfc9; background: #fff; cursor: pointer; }
  button.primary { background: #0b6b57; color: #fff; border-color: #08503f; } button.critical { background: #a4262c; color: #fff; border-color: #7d1c21; } button:disabled { opacity: .5; } button:focus-visible { outline: 2px solid #0b6b57; outline-offset: 2px; }
`;
const WIDTH: Readonly<Record<string, string>> = { small: "380px", base: "620px", large: "980px", max: "100vw" };

/** `<ui-modal>`: its children in a dialog of its shadow tree. Styles of the page apply to them: they stay in the page. */
export class ModalElement extends HTMLElement {
  readonly #dialog = document.createElement("dialog");
  readonly #title = document.createElement("h2");
  readonly #foot = document.createElement("footer");
  readonly #content = document.createElement("div");
  #watch: MutationObserver | null = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = document.createElement("style");
    sheet.textContent = SHEET;
    const head = document.createElement("header");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "✕";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => void this.hide());
    this.#title.id = "title";
    this.#dialog.setAttribute("aria-labelledby", "title");
    head.append(this.#title, close);
    const body = document.createElement("div");
    body.className = "body";
    body.append(document.createElement("slot"));
    this.#dialog.append(head, body, this.#foot);
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      void this.hide();
    });
    root.append(sheet, this.#dialog);
  }
  get src(): string | null {
    return this.getAttribute("src");
  }
  set src(value: string | null) {
    if (value === null) this.removeAttribute("src");
    else this.setAttribute("src", value);
  }
  get variant(): string {
    return this.getAttribute("variant") ?? "base";
  }
  set variant(value: string) {
    this.setAttribute("variant", value);
  }
  /** Where the React component puts its children; a modal with `src` has none. */
  get content(): HTMLElement | undefined {
    return this.src === null ? this.#content : undefined;
  }
  get contentWindow(): Window | null {
    return this.querySelector<HTMLIFrameElement>("iframe[data-bridge-src]")?.contentWindow ?? null;
  }
  connectedCallback(): void {
    if (this.#content.parentNode !== this) this.append(this.#content);
  }
  disconnectedCallback(): void {
    if (this.#dialog.open) void this.hide();
  }
  async show(): Promise<void> {
    if (this.#dialog.open || !this.isConnected) return;
    this.setAttribute("open", "");
    this.style.setProperty("--w", WIDTH[this.variant] ?? "620px");
    if (this.src !== null && !this.contentWindow) this.append(frameOf(this.src));
    this.#draw();
    this.#watch = new MutationObserver(() => this.#draw());
    this.#watch.observe(this, { childList: true, subtree: true, attributes: true, characterData: true, attributeFilter: ["title", "disabled", "loading", "variant"] });
    this.#dialog.showModal();
    tell("modal", { visible: true });
    tellLater(this, "show");
  }
  async hide(): Promise<void> {
    if (!this.#dialog.open) return;
    this.#watch?.disconnect();
    this.#dialog.close();
    this.removeAttribute("open");
    this.querySelector("iframe[data-bridge-src]")?.remove();
    tell("modal", { visible: false });
    tellLater(this, "hide");
  }
  async toggle(): Promise<void> {
    await (this.#dialog.open ? this.hide() : this.show());
  }
  #draw(): void {
    const bar = [...this.children].find((c) => c.localName === "ui-title-bar") ?? null;
    this.#title.textContent = titleOf(bar).title;
    const theirs = [...(bar?.querySelectorAll<HTMLElement>("button, a") ?? [])].sort((a, b) => Number(a.getAttribute("variant") === "primary") - Number(b.getAttribute("variant") === "primary"));
    this.#foot.replaceChildren(...theirs.map(mirror));
    this.#foot.hidden = theirs.length === 0;
  }
}

function frameOf(src: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.src = src;
  frame.dataset["bridgeSrc"] = "";
  frame.style.cssText = "border:0;width:100%;height:60vh;display:block";
  return frame;
}

function mirror(theirs: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = theirs.textContent?.trim() ?? "";
  button.className = theirs.getAttribute("tone") === "critical" ? "critical" : theirs.getAttribute("variant") === "primary" ? "primary" : "";
  button.disabled = theirs.hasAttribute("disabled") || theirs.hasAttribute("loading");
  button.addEventListener("click", () => theirs.click());
  return button;
}

function modalNamed(id: string): ModalElement {
  const found = document.getElementById(id);
  if (found instanceof ModalElement) return found;
  throw new Error(`no ui-modal with the id ${id}`);
}

/** `shopify.modal`. An id that is on no page is an error. */
export const modal = {
  show: (id: string): Promise<void> => modalNamed(id).show(),
  hide: (id: string): Promise<void> => modalNamed(id).hide(),
  toggle: (id: string): Promise<void> => modalNamed(id).toggle(),
};

export function defineModal(): void {
  customElements.define("ui-modal", ModalElement);
}
