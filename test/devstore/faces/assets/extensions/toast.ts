let shown = 0;

function box(): HTMLElement {
  const found = document.getElementById("toasts");
  if (found) return found;
  const made = document.createElement("div");
  made.id = "toasts";
  made.setAttribute("role", "status");
  made.setAttribute("aria-live", "polite");
  document.body.append(made);
  return made;
}

/** A short message at the foot of the page; it goes after five seconds (assumed). Gives its number. */
export function showToast(content: string): number {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.id = `toast-${++shown}`;
  toast.textContent = content;
  box().append(toast);
  setTimeout(() => toast.remove(), 5000);
  return shown;
}

export const hideToast = (id: number): void => document.getElementById(`toast-${id}`)?.remove();
