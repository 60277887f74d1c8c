import { dialogOf } from "./actions.ts";
import { attrs, define, el, slot, type Part } from "./part.ts";

/** The root of an action: a dialog over the page; closing it ends the extension. */
function action(tag: "s-admin-action" | "s-customer-account-action"): void {
  define(tag, (part) => {
    const { dialog, update } = dialogOf(part, () => part.owner?.close());
    return () => {
      update(part.text("heading") || (part.owner?.heading ?? ""), part.owner?.heading ?? "");
      attrs(dialog, { "aria-busy": part.flag("loading") ? "true" : null });
      if (!dialog.open && !dialog.dataset["shown"]) {
        dialog.dataset["shown"] = "";
        dialog.showModal();
      }
    };
  });
}
action("s-admin-action");
action("s-customer-account-action");

define("s-admin-block", (part) => {
  const title = el("span", { class: "title" }), short = el("span", { class: "help" });
  const details = el("details", { open: "" }, el("summary", {}, title, short), el("div", { class: "blockbody" }, slot()));
  part.inside.append(el("section", { class: "section" }, details));
  details.addEventListener("toggle", () => part.refresh());
  return () => {
    title.textContent = part.text("heading") || (part.owner?.heading ?? "");
    short.textContent = part.text("collapsedSummary");
    short.hidden = details.open || !part.text("collapsedSummary");
    attrs(details.parentElement ?? details, { "aria-label": title.textContent });
  };
});

/** Fetches the document as the admin does and shows it; without an address there is nothing to print. */
async function preview(part: Part, frame: HTMLIFrameElement, print: HTMLButtonElement, note: HTMLElement, src: string): Promise<void> {
  frame.hidden = true;
  print.disabled = true;
  note.hidden = false;
  note.textContent = src ? "Loading the preview…" : "Nothing to print yet";
  if (!src || !part.owner) return;
  try {
    const document = await part.owner.print(src);
    if (part.text("src") !== src) return;
    frame.src = URL.createObjectURL(document);
    frame.hidden = false;
    print.disabled = false;
    note.hidden = true;
  } catch (error) {
    note.textContent = `The document could not be loaded. ${error instanceof Error ? error.message : ""}`;
  }
}

define("s-admin-print-action", (part) => {
  const { dialog, update } = dialogOf(part, () => part.owner?.close());
  const frame = el("iframe", { title: "Preview", class: "preview" }), note = el("p", { class: "help", role: "status" });
  const print = el("button", { type: "button", class: "press", "data-variant": "primary" }, "Print");
  print.addEventListener("click", () => frame.contentWindow?.print());
  dialog.querySelector(".dialogbody")?.append(frame, note);
  dialog.querySelector(".foot")?.append(print);
  let shown: string | null = null;
  return () => {
    update(part.owner?.heading ?? "Print", "Print");
    if (shown !== part.text("src")) void preview(part, frame, print, note, (shown = part.text("src")));
    if (!dialog.open && !dialog.dataset["shown"]) {
      dialog.dataset["shown"] = "";
      dialog.showModal();
    }
  };
});

