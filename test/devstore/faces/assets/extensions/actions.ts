import { attrs, define, el, hasSlot, slot, type Part } from "./part.ts";
import { boxStyle } from "./sizes.ts";
import { icon } from "./text.ts";
import { submitForm } from "./form.ts";

type Press = HTMLButtonElement | HTMLAnchorElement;

/** What a press does after the extension heard of it: a command, a link, sending the form. */
function pressed(part: Part, event: Event): void {
  if (part.flag("disabled") || part.flag("loading")) {
    event.preventDefault();
    return;
  }
  part.emit("click");
  const href = part.text("href");
  if (href) {
    event.preventDefault();
    part.owner?.go(href, part.text("target") === "_blank");
    return;
  }
  const other = part.text("commandFor");
  if (other) command(part, other, part.text("command") || "--auto");
  else if (part.text("type") === "submit") submitForm(part);
}

/** `command` and `commandFor` (Shopify, "Button": --show, --hide, --toggle, --auto). */
function command(part: Part, id: string, name: string): void {
  const called = part.owner?.called(id);
  if (!called) return part.owner?.warn(`commandFor ${id}: no component has this id`);
  const method = { "--show": "showOverlay", "--hide": "hideOverlay", "--toggle": "toggleOverlay", "--auto": "toggleOverlay" }[name];
  if (!method) return part.owner?.warn(`not modelled: command ${name}`);
  called.dispatchEvent(new CustomEvent("overlay", { detail: method }));
}

/** A button, or a link where it has an address; swapped when that changes. */
function pressable(part: Part, className: string): () => Press {
  let made: Press | null = null;
  const content = slot();
  return () => {
    const isLink = part.text("href") !== "" && !part.flag("disabled");
    if (!made || (made instanceof HTMLAnchorElement) !== isLink) {
      const before = made;
      made = isLink ? el("a", { class: className }) : el("button", { class: className, type: "button" });
      made.append(content);
      made.addEventListener("click", (event) => pressed(part, event));
      made.addEventListener("focus", () => part.emit("focus"));
      made.addEventListener("blur", () => part.emit("blur"));
      if (before) before.replaceWith(made); else part.inside.append(made);
    }
    attrs(made, { "aria-label": part.text("accessibilityLabel") || null, lang: part.text("lang") || null });
    if (made instanceof HTMLAnchorElement) attrs(made, { href: shownHref(part.text("href")), target: part.text("target") === "_blank" ? "_blank" : null, rel: "noopener" });
    else made.disabled = part.flag("disabled");
    return made;
  };
}

/** Links of Shopify's own protocols are followed by the host; the browser gets no address that it could run. */
const shownHref = (href: string): string => (/^(https?:\/\/|\/(?!\/)|mailto:|tel:)/i.test(href) ? href : "#");

define("s-button", (part) => {
  const press = pressable(part, "press");
  return () => {
    const button = press();
    const isMain = part.text("variant") === "primary" || (part.slot === "primary-action" && part.text("variant") !== "secondary");
    attrs(button, {
      "data-variant": isMain ? "primary" : part.text("variant") || "secondary", "data-tone": part.text("tone") || null, "aria-busy": part.flag("loading") ? "true" : null, "data-fill": part.text("inlineSize") === "fill" ? "" : null,
    });
    attrs(part, { "data-fill": part.text("inlineSize") === "fill" ? "" : null });
    for (const old of button.querySelectorAll("svg, .spinner")) old.remove();
    if (part.text("icon")) button.prepend(icon(part.text("icon")));
    if (part.flag("loading")) button.prepend(el("span", { class: "spinner", role: "status", "aria-label": "Loading" }));
  };
});

define("s-link", (part) => {
  const press = pressable(part, "link");
  return () => void attrs(press(), { "data-tone": part.text("tone") || null });
});

define("s-clickable", (part) => {
  const press = pressable(part, "area");
  return () => boxStyle(part, press());
});

/** A dialog over the page, with a heading, a cross and its actions. */
export function dialogOf(part: Part, onClose: () => void): { readonly dialog: HTMLDialogElement; readonly update: (heading: string, label: string) => void } {
  const heading = el("h2", { id: "heading" });
  const cross = el("button", { type: "button", class: "plain", "aria-label": "Close" }, "✕");
  const footer = el("div", { class: "foot" }, slot("secondary-actions"), slot("primary-action"));
  const dialog = el("dialog", { class: "over" }, el("div", { class: "top" }, heading, cross), el("div", { class: "dialogbody" }, slot()), footer);
  cross.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", onClose);
  part.inside.append(dialog);
  const update = (text: string, label: string): void => {
    heading.textContent = text;
    footer.hidden = footer.children.length === 2 && !hasSlot(part, "primary-action") && !hasSlot(part, "secondary-actions");
    attrs(dialog, { "aria-labelledby": text ? "heading" : null, "aria-label": text ? null : label || "Dialog" });
  };
  return { dialog, update };
}

define("s-modal", (part) => {
  const { dialog, update } = dialogOf(part, () => { part.emit("hide"); part.emit("afterhide"); });
  const show = (): void => {
    if (dialog.open) return;
    part.emit("show");
    dialog.showModal();
    part.emit("aftershow");
  };
  part.addEventListener("overlay", (event) => {
    const { detail } = event as CustomEvent<string>;
    if (detail === "hideOverlay" || (detail === "toggleOverlay" && dialog.open)) dialog.close();
    else show();
  });
  return () => {
    update(part.text("heading"), part.text("accessibilityLabel"));
    attrs(dialog, { "data-size": part.text("size") || "base" });
  };
});

define("s-details", (part) => {
  const details = el("details", {}, el("summary", {}, slot("summary")), slot());
  part.inside.append(details);
  let isDrawn = false;
  details.addEventListener("toggle", () => {
    if (part.flag("open") === details.open) return;
    part.emit("toggle", { open: details.open }, { newState: details.open ? "open" : "closed", oldState: details.open ? "closed" : "open" });
    part.emit("aftertoggle");
  });
  return () => {
    for (const child of part.children) if (child.localName === "s-summary") child.slot = "summary";
    if (!isDrawn && part.flag("defaultOpen")) part.props["open"] ??= true;
    isDrawn = true;
    details.open = part.flag("open");
  };
});

define("s-summary", (part) => {
  part.inside.append(slot());
  return () => undefined;
});
