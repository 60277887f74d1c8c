import { byId, make, tellApp } from "./frame.ts";

type Toast = { id: string; message: string; duration: number; isError: boolean; action: string | null };

/** No more than three at a time; the oldest goes. */
const MOST = 3;

const box = byId("toasts", HTMLDivElement);

function close(id: string, acted: boolean): void {
  const toast = box.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (!toast) return;
  toast.remove();
  tellApp("toast", { id, acted });
}

/** Shows a message for its time; its action and its cross close it. */
export function showToast(toast: Toast): void {
  const element = make("div", "", toast.isError ? "toast bad" : "toast");
  element.dataset["id"] = toast.id;
  element.append(make("span", toast.message));
  if (toast.action) {
    const act = make("button", toast.action, "act");
    act.addEventListener("click", () => close(toast.id, true));
    element.append(act);
  }
  const cross = make("button", "✕");
  cross.setAttribute("aria-label", "Dismiss");
  cross.addEventListener("click", () => close(toast.id, false));
  element.append(cross);
  box.append(element);
  const oldest = box.children.length > MOST ? box.firstElementChild : null;
  if (oldest instanceof HTMLElement && oldest.dataset["id"]) close(oldest.dataset["id"], false);
  setTimeout(() => close(toast.id, false), toast.duration);
}

export function hideToast({ id }: { id: string }): void {
  close(id, false);
}
