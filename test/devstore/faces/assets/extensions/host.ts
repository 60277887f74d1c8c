/** The page's side of UI extensions: finds the places, runs what belongs there, opens actions. */
import "./layout.ts";
import "./text.ts";
import "./form.ts";
import "./fields.ts";
import "./choices.ts";
import "./actions.ts";
import "./surfaces.ts";
import { run } from "./run.ts";
import { settings, type Listed } from "./settings.ts";
import type { Context } from "./protocol.ts";

const at = (target: string): readonly Listed[] => settings.extensions.filter((e) => e.target === target);

const contextOf = (element: HTMLElement): Context => JSON.parse(element.dataset["context"] ?? "{}") as Context;

const isAction = (target: string): boolean => /\.(selection-)?(print-)?action\.render$/.test(target);

/** Opens an action over the page until it is closed; the focus goes back to where it was. */
function openAction(listed: Listed, context: Context): void {
  const before = document.activeElement;
  const root = document.createElement("div");
  document.body.append(root);
  run(listed, root, context, {
    onClose: () => {
      root.remove();
      if (before instanceof HTMLElement) before.focus();
    },
    open: (handle) => openByHandle(handle, context),
  });
}

function openByHandle(handle: string, context: Context): void {
  const listed = settings.extensions.find((e) => e.handle === handle && isAction(e.target));
  if (!listed) throw new Error(`extension:${handle} has no action on this page`);
  openAction(listed, context);
}

/** A button for each action of a target; what is selected is read when it is pressed. */
function actionButtons(place: HTMLElement, selected: () => Context): void {
  place.replaceChildren(...at(place.dataset["extensionTarget"] ?? "").map((listed) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = listed.name;
    button.addEventListener("click", () => openAction(listed, selected()));
    return button;
  }));
}

function render(place: HTMLElement): void {
  const target = place.dataset["extensionTarget"] ?? "";
  if (isAction(target)) return actionButtons(place, () => contextOf(place));
  const context = contextOf(place);
  place.replaceChildren(...at(target).map((listed) => {
    const root = document.createElement("div");
    run(listed, root, context, { onClose: () => root.remove(), open: (handle) => openByHandle(handle, context) });
    return root;
  }));
}

/** Orders that are ticked in the list: their actions can be pressed as long as there are any. */
function selection(bar: HTMLElement): void {
  const ticks = [...document.querySelectorAll<HTMLInputElement>("input[data-select]")];
  const all = document.querySelector<HTMLInputElement>("input[data-select-all]");
  const count = bar.querySelector("[data-count]"), place = bar.querySelector<HTMLElement>("[data-extension-target]");
  const ids = (): string[] => ticks.filter((t) => t.checked).map((t) => t.value);
  const shown = (): void => {
    bar.hidden = ids().length === 0;
    if (count) count.textContent = `${ids().length} selected`;
    if (all) all.checked = ids().length === ticks.length;
  };
  for (const tick of ticks) tick.addEventListener("change", shown);
  all?.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
    shown();
  });
  if (place) actionButtons(place, () => ({ selected: ids().map((id) => ({ id })) }));
  shown();
}

for (const place of document.querySelectorAll<HTMLElement>("[data-extension-target]")) {
  if (!place.closest("[data-selection]") && at(place.dataset["extensionTarget"] ?? "").length > 0) render(place);
}
const bar = document.querySelector<HTMLElement>("[data-selection]");
if (bar) selection(bar);
