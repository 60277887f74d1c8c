import { ask, hear, tell, tellLater } from "./link.ts";

const shown = new Set<string>();
const forms = new WeakMap<HTMLFormElement, string>();
let unnamed = 0;

function barOf(id: string): SaveBarElement | null {
  const found = document.getElementById(id);
  return found instanceof SaveBarElement ? found : null;
}

function tellShown(id: string, visible: boolean, confirms: boolean): void {
  if (visible) shown.add(id);
  else shown.delete(id);
  tell("saveBar", { id, visible, confirms });
}

/** `<ui-save-bar>`: its primary button saves, the other discards; the admin shows both. */
export class SaveBarElement extends HTMLElement {
  get showing(): boolean {
    return shown.has(this.key);
  }
  get key(): string {
    this.dataset["bridgeKey"] ??= this.id || `save-bar-${++unnamed}`;
    return this.dataset["bridgeKey"];
  }
  async show(): Promise<void> {
    if (this.showing) return;
    tellShown(this.key, true, this.hasAttribute("discardConfirmation"));
    tellLater(this, "show");
  }
  async hide(): Promise<void> {
    if (!this.showing) return;
    tellShown(this.key, false, false);
    tellLater(this, "hide");
  }
  async toggle(): Promise<void> {
    await (this.showing ? this.hide() : this.show());
  }
  disconnectedCallback(): void {
    if (this.showing) tellShown(this.key, false, false);
  }
  press(save: boolean): void {
    this.querySelector<HTMLElement>(save ? 'button[variant="primary"]' : 'button:not([variant="primary"])')?.click();
  }
}

/** `shopify.saveBar`. An id that is on no page is an error. */
export const saveBar = {
  show: (id: string): Promise<void> => named(id).show(),
  hide: (id: string): Promise<void> => named(id).hide(),
  toggle: (id: string): Promise<void> => named(id).toggle(),
  leaveConfirmation: async (): Promise<void> => {
    if (shown.size > 0) await ask("leave");
  },
};

function named(id: string): SaveBarElement {
  const bar = barOf(id);
  if (!bar) throw new Error(`no ui-save-bar with the id ${id}`);
  return bar;
}

function keyOf(form: HTMLFormElement): string {
  const known = forms.get(form) ?? `form-${++unnamed}`;
  forms.set(form, known);
  form.dataset["bridgeKey"] = known;
  return known;
}

function edited(event: Event): void {
  const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-save-bar]") : null;
  if (form && !shown.has(keyOf(form))) tellShown(keyOf(form), true, form.hasAttribute("data-discard-confirmation"));
}

function settled(event: Event): void {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.hasAttribute("data-save-bar") && shown.has(keyOf(form))) tellShown(keyOf(form), false, false);
}

/** Save bars by element and by `data-save-bar` on a form. */
export function watchSaveBars(): void {
  customElements.define("ui-save-bar", SaveBarElement);
  document.addEventListener("input", edited);
  document.addEventListener("submit", settled);
  document.addEventListener("reset", settled);
  hear<{ id: string; save: boolean }>("saveBar", ({ id, save }) => {
    const holder = document.querySelector<HTMLElement>(`[data-bridge-key="${CSS.escape(id)}"]`);
    if (holder instanceof SaveBarElement) holder.press(save);
    else if (holder instanceof HTMLFormElement && save) holder.requestSubmit();
    else if (holder instanceof HTMLFormElement) holder.reset();
  });
}
