import { checksItself } from "./form.ts";
import { attrs, define, el, hasSlot, ownText, slot, slotText, type Part } from "./part.ts";

function tick(tag: "s-checkbox" | "s-switch"): void {
  define(tag, (part) => {
    const input = el("input", { type: "checkbox", id: "control" });
    if (tag === "s-switch") attrs(input, { role: "switch" });
    const label = el("label", { for: "control" }), help = el("p", { class: "help", id: "help" }), error = el("p", { class: "error", id: "error" });
    part.inside.append(el("div", { class: "tick" }, input, label), help, error);
    let isBegun = false, ownError = "";
    input.addEventListener("change", () => {
      ownError = "";
      part.emit("input", { checked: input.checked });
      part.emit("change", { checked: input.checked });
      part.refresh();
    });
    checksItself(part, () => {
      ownError = input.validity.valid ? "" : input.validationMessage;
      part.refreshNow();
      return ownError || part.text("error") ? input : null;
    });
    return () => {
      const text = part.text("label"), said = part.text("error") || ownError;
      label.replaceChildren(...(hasSlot(part, "label") ? [slot("label")] : [text]));
      input.disabled = part.flag("disabled");
      input.required = part.flag("required");
      if (part.props["checked"] !== undefined) input.checked = part.flag("checked");
      else if (!isBegun) input.checked = part.flag("defaultChecked");
      isBegun = true;
      help.textContent = part.text("details");
      help.hidden = !part.text("details");
      error.textContent = said;
      error.hidden = !said;
      attrs(input, { "aria-label": part.text("accessibilityLabel") || null, name: part.text("name") || null, "aria-invalid": said ? "true" : null,
        "aria-describedby": [part.text("details") && "help", said && "error"].filter(Boolean).join(" ") || null });
    };
  });
}
tick("s-checkbox");
tick("s-switch");

/** One choice: its control, its label (texts only, as at Shopify), what stands below it, and what opens when it is chosen. */
function choiceRow(part: Part, choice: Part, i: number, isChosen: boolean, onChange: () => void): HTMLElement {
  const input = el("input", { type: part.flag("multiple") ? "checkbox" : "radio", id: `c${i}`, name: "choice", value: choice.text("value") });
  const details = slotText(choice, "details"), second = slotText(choice, "secondary-content");
  input.checked = isChosen;
  input.disabled = part.flag("disabled") || choice.flag("disabled");
  attrs(input, { "aria-label": choice.text("accessibilityLabel") || null, "aria-describedby": details ? `d${i}` : null, "aria-invalid": part.text("error") ? "true" : null });
  input.addEventListener("change", onChange);
  const words = el("div", { class: "words" }, el("label", { for: `c${i}` }, ownText(choice)));
  if (details) words.append(el("p", { class: "help", id: `d${i}` }, details));
  choice.slot = `choice-${i}`;
  const row = el("div", { class: "choice" }, el("div", { class: "tick" }, input, words, ...(second ? [el("span", { class: "second" }, second)] : [])));
  if (isChosen && hasSlot(choice, "selected-content")) row.append(el("div", { class: "opened" }, slot(`choice-${i}`)));
  return row;
}

define("s-choice-list", (part) => {
  const legend = el("legend"), rows = el("div", { class: "choices" }), help = el("p", { class: "help", id: "help" }), error = el("p", { class: "error", id: "error" });
  const group = el("fieldset", {}, legend, rows, help, error);
  part.inside.append(group);
  let drawn = "";
  const choices = (): Part[] => [...part.children].filter((c): c is Part => c.localName === "s-choice");
  const valuesOf = (): string[] => {
    const values = part.props["values"];
    if (Array.isArray(values)) return values.map(String);
    return choices().filter((c) => c.flag("selected") || (c.props["selected"] === undefined && c.flag("defaultSelected"))).map((c) => c.text("value"));
  };
  const changed = (): void => {
    const values = [...rows.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => input.value);
    for (const choice of choices()) choice.emit("chosen", { selected: values.includes(choice.text("value")) });
    part.emit("input", { values });
    part.emit("change", { values });
    part.refresh();
  };
  return () => {
    const values = valuesOf();
    const made = choices().map((choice, i) => choiceRow(part, choice, i, values.includes(choice.text("value")), changed));
    const text = made.map((row) => row.outerHTML).join("");
    // Controls that are the same stay, so that the focus is not lost.
    if (text !== drawn) keepingFocus(part, () => rows.replaceChildren(...made));
    else [...rows.querySelectorAll("input")].forEach((input) => { input.checked = values.includes(input.value); });
    drawn = text;
    legend.textContent = part.text("label");
    legend.classList.toggle("vh", part.text("labelAccessibilityVisibility") === "exclusive");
    help.textContent = part.text("details");
    help.hidden = !part.text("details");
    error.textContent = part.text("error");
    error.hidden = !part.text("error");
    attrs(group, { role: part.flag("multiple") ? "group" : "radiogroup", "aria-describedby": [part.text("details") && "help", part.text("error") && "error"].filter(Boolean).join(" ") || null });
  };
});

/** Redraws and gives the focus back to the control of the same id. */
function keepingFocus(part: Part, redraw: () => void): void {
  const focused = part.inside.activeElement?.id;
  redraw();
  if (focused) part.inside.getElementById(focused)?.focus();
}

define("s-choice", (part) => {
  part.inside.append(slot("selected-content"));
  return () => undefined;
});

/** Whether a file is of the types that `accept` lists: ".pdf", "image/*", "video/mp4". */
function isAccepted(file: File, accept: string): boolean {
  const kinds = accept.split(",").map((kind) => kind.trim().toLowerCase()).filter(Boolean);
  return kinds.length === 0 || kinds.some((kind) => (kind.startsWith(".") ? file.name.toLowerCase().endsWith(kind) : kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind));
}

define("s-drop-zone", (part) => {
  const input = el("input", { type: "file", id: "control" }), label = el("label", { for: "control" }), error = el("p", { class: "error", id: "error" });
  const hint = el("span", { class: "help", "aria-hidden": "true" }, "Drop files here, or choose them");
  const zone = el("div", { class: "zone" }, label, hint, input);
  part.inside.append(zone, error);
  const given = (files: readonly File[]): void => {
    const taken = (part.flag("multiple") ? files : files.slice(0, 1)).filter((file) => isAccepted(file, part.text("accept")));
    if (taken.length < files.length) part.emit("droprejected");
    if (taken.length === 0) return;
    const state = { files: taken, value: taken[0] ? `C:\\fakepath\\${taken[0].name}` : "" };
    part.emit("input", state);
    part.emit("change", state);
  };
  input.addEventListener("change", () => {
    given([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = "";
  });
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("hot"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("hot"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("hot");
    if (!part.flag("disabled")) given([...(event.dataTransfer?.files ?? [])]);
  });
  return () => {
    label.textContent = part.text("label") || part.text("accessibilityLabel");
    label.classList.toggle("vh", part.text("labelAccessibilityVisibility") === "exclusive");
    error.textContent = part.text("error");
    error.hidden = !part.text("error");
    input.disabled = part.flag("disabled");
    input.multiple = part.flag("multiple");
    attrs(input, { accept: part.text("accept") || null, "aria-label": part.text("accessibilityLabel") || null, "aria-describedby": part.text("error") ? "error" : null, "aria-invalid": part.text("error") ? "true" : null });
  };
});
