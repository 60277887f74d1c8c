import { byId, make, tellApp } from "./frame.ts";

const bar = byId("savebar", HTMLDivElement);
const open = new Map<string, boolean>();

/** Shows or hides the save bar of one form or element; the newest has the buttons. */
export function showSaveBar({ id, visible, confirms }: { id: string; visible: boolean; confirms: boolean }): void {
  open.delete(id);
  if (visible) open.set(id, confirms);
  bar.hidden = open.size === 0;
}

async function pressed(save: boolean): Promise<void> {
  const [id, confirms] = [...open].at(-1) ?? [];
  if (id === undefined) return;
  if (!save && confirms && !(await confirmed("Discard all unsaved changes?", "If you discard them, they are gone.", "Discard changes"))) return;
  tellApp("saveBar", { id, save });
}

bar.querySelector(".save")?.addEventListener("click", () => void pressed(true));
bar.querySelector(".discard")?.addEventListener("click", () => void pressed(false));

/** Answers when the page may be left: at once without unsaved changes, else when it is confirmed. */
export async function mayLeave(): Promise<void> {
  if (open.size === 0) return;
  bar.classList.add("shake");
  setTimeout(() => bar.classList.remove("shake"), 400);
  if (!(await confirmed("Leave page with unsaved changes?", "Leaving this page deletes them.", "Leave page"))) throw new Error("the page is not left");
  open.clear();
  bar.hidden = true;
}

window.addEventListener("beforeunload", (event) => {
  if (open.size > 0) event.preventDefault();
});

/** A question with two answers in a dialog. */
export function confirmed(title: string, text: string, yes: string): Promise<boolean> {
  const dialog = byId("confirm", HTMLDialogElement);
  const head = make("header");
  const heading = make("h2", title);
  heading.id = "confirmtitle";
  head.append(heading);
  const body = make("p", text);
  body.style.padding = "14px 16px";
  const foot = make("footer");
  const no = make("button", "Keep editing");
  const go = make("button", yes, "primary");
  foot.append(no, go);
  dialog.replaceChildren(head, body, foot);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.returnValue = "";
    no.addEventListener("click", () => dialog.close("no"));
    go.addEventListener("click", () => dialog.close("yes"));
    dialog.showModal();
  });
}
