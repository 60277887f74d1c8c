import { checksItself } from "./form.ts";
import { attrs, define, el, ownText, slot, type Part } from "./part.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Label, control, help and error of a field; readers hear them together. */
function frame(part: Part, control: Control): () => void {
  const label = el("label", { for: "control" });
  const help = el("p", { class: "help", id: "help" }), error = el("p", { class: "error", id: "error" });
  const before = el("span", { class: "affix" }), after = el("span", { class: "affix" });
  control.id = "control";
  part.inside.append(label, el("div", { class: "control" }, before, control, after, slot("accessory")), help, error);
  control.addEventListener("focus", () => part.emit("focus"));
  control.addEventListener("blur", () => part.emit("blur"));
  let ownError = "";
  checksItself(part, () => {
    ownError = control.validity.valid ? "" : control.validationMessage;
    part.refreshNow();
    return ownError || part.text("error") ? control : null;
  });
  control.addEventListener("input", () => { ownError = ""; });
  return () => {
    const said = part.text("error") || ownError;
    label.textContent = part.text("label");
    label.classList.toggle("vh", part.text("labelAccessibilityVisibility") === "exclusive");
    help.textContent = part.text("details");
    error.textContent = said;
    before.textContent = part.text("prefix");
    after.textContent = part.text("suffix");
    for (const [node, text] of [[help, part.text("details")], [error, said], [before, part.text("prefix")], [after, part.text("suffix")]] as const) node.hidden = !text;
    control.disabled = part.flag("disabled");
    control.required = part.flag("required");
    attrs(control, { "aria-invalid": said ? "true" : null, "aria-describedby": [part.text("details") && "help", said && "error"].filter(Boolean).join(" ") || null, autocomplete: String(part.props["autocomplete"] ?? "") || null,
      name: part.text("name") || null, "aria-label": part.text("label") ? null : part.text("accessibilityLabel") || null });
  };
}

/** A value that the extension sets is shown; what is typed in between stays. */
function follow(part: Part, control: Control): void {
  const wanted = part.props["value"] ?? (control.dataset["begun"] === undefined ? part.props["defaultValue"] : undefined);
  control.dataset["begun"] = "";
  if (wanted !== undefined && control.value !== String(wanted)) control.value = String(wanted);
}

function hears(part: Part, control: Control): void {
  control.addEventListener("input", () => part.emit("input", { value: control.value }));
  control.addEventListener("change", () => part.emit("change", { value: control.value }));
}

const TYPES: Readonly<Record<string, string>> = { "s-text-field": "text", "s-email-field": "email", "s-url-field": "url", "s-search-field": "search", "s-number-field": "number", "s-date-field": "date" };

for (const [tag, type] of Object.entries(TYPES)) {
  define(tag, (part) => {
    const input = el("input", { type });
    const update = frame(part, input);
    hears(part, input);
    return () => {
      update();
      input.readOnly = part.flag("readOnly");
      attrs(input, { placeholder: part.text("placeholder") || null, minlength: part.text("minLength") || null, maxlength: part.text("maxLength") || null, inputmode: part.text("inputMode") || null });
      if (type === "number") attrs(input, { min: part.text("min") || null, max: part.text("max") || null, step: part.text("step") || "any" });
      if (type === "date") attrs(input, allowed(part.text("allow")));
      follow(part, input);
    };
  });
}

/** `allow` as far as a plain date input can keep it: "2026-01-01--2026-02-01", open at either side. Lists fail by name. */
function allowed(allow: string): Record<string, string | null> {
  if (!allow) return { min: null, max: null };
  const found = /^(\d{4}-\d\d-\d\d)?--(\d{4}-\d\d-\d\d)?$/.exec(allow);
  if (!found) throw new Error(`not modelled: s-date-field allow="${allow}"`);
  return { min: found[1] ?? null, max: found[2] ?? null };
}

define("s-text-area", (part) => {
  const area = el("textarea");
  const update = frame(part, area);
  hears(part, area);
  return () => {
    update();
    area.readOnly = part.flag("readOnly");
    attrs(area, { rows: part.text("rows") || "3", placeholder: part.text("placeholder") || null, minlength: part.text("minLength") || null, maxlength: part.text("maxLength") || null });
    follow(part, area);
  };
});

const option = (from: Part): HTMLOptionElement => {
  const made = el("option", { value: from.text("value"), "aria-label": from.text("accessibilityLabel") || null }, ownText(from));
  made.disabled = from.flag("disabled");
  return made;
};

function optionsOf(part: Part): HTMLElement[] {
  return [...part.children].flatMap((child) => {
    const from = child as Part;
    if (child.localName === "s-option") return [option(from)];
    return child.localName === "s-option-group" ? [el("optgroup", { label: from.text("label") }, ...[...child.children].map((c) => option(c as Part)))] : [];
  });
}

define("s-select", (part) => {
  const select = el("select");
  const update = frame(part, select);
  hears(part, select);
  let drawn = "";
  return () => {
    update();
    const options = optionsOf(part);
    const placeholder = part.text("placeholder");
    const empty = el("option", { value: "" }, placeholder);
    const all = placeholder || part.props["value"] === undefined || part.props["value"] === "" ? [empty, ...options] : options;
    const text = all.map((o) => o.outerHTML).join("");
    const before = select.value;
    if (text !== drawn) {
      select.replaceChildren(...all);
      select.value = before;
    }
    drawn = text;
    const chosen = [...part.querySelectorAll<Part>("s-option")].find((o) => o.flag("selected") || (select.dataset["begun"] === undefined && o.flag("defaultSelected")));
    select.dataset["begun"] = "";
    const wanted = part.props["value"] ?? (chosen ? chosen.props["value"] : undefined);
    if (wanted !== undefined) select.value = String(wanted);
  };
});

define("s-option", () => () => undefined);
define("s-option-group", () => () => undefined);
