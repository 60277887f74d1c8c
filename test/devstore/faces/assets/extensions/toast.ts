let shown = 0;

function box(): HTMLElement {
  const found = document.getElementById("toasts");
  if (found) return found;
  const made = document.createElement("div");
  made.id = "toasts";
  made.setAttribute("role", "status");
  made.setAttribute("aria-live", "polite");
  document.body.append(made);
  for (const event of ["scroll", "resize"]) addEventListener(event, () => lift(made), { passive: true });
  return made;
}

/** Its room above what it would cover, in pixels. */
const GAP = 12;
const PRESSED = "button, a[href], input, select, textarea, summary, s-button, s-link";

/** The foot of the page (documented), higher where something to press lies there; not above the middle. */
function lift(toasts: HTMLElement): void {
  toasts.style.bottom = "";
  const pressed = [...document.querySelectorAll(PRESSED)].filter((element) => !toasts.contains(element)).map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0);
  for (let tries = 0; tries < 20; tries++) {
    const { top, bottom, left, right } = toasts.getBoundingClientRect();
    const covered = pressed.filter((one) => one.top < bottom && one.bottom > top && one.left < right && one.right > left);
    if (covered.length === 0) return;
    const room = innerHeight - Math.min(...covered.map((one) => one.top)) + GAP;
    if (room > innerHeight / 2) return void (toasts.style.bottom = "");
    toasts.style.bottom = `${room}px`;
  }
}

/** A short message at the foot of the page; it goes after five seconds (assumed). Gives its number. */
export function showToast(content: string): number {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.id = `toast-${++shown}`;
  toast.textContent = content;
  const toasts = box();
  toasts.append(toast);
  lift(toasts);
  setTimeout(() => toast.remove(), 5000);
  return shown;
}

export const hideToast = (id: number): void => document.getElementById(`toast-${id}`)?.remove();
