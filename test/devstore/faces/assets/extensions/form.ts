import { define, slot, type Part } from "./part.ts";

/** What a field says of its own value; null where it may be sent. */
const problems = new WeakMap<Part, () => HTMLElement | null>();

/** A field tells how to find out whether it may be sent: the control to be corrected, or null. */
export const checksItself = (part: Part, find: () => HTMLElement | null): unknown => problems.set(part, find);

/** Sends the form around a button, unless a field in it has to be corrected first: that one gets the focus. */
export function submitForm(part: Part): void {
  const form = part.closest<Part>("s-form");
  if (!form) return;
  for (const field of form.querySelectorAll<Part>("*")) {
    const wrong = problems.get(field)?.();
    if (!wrong) continue;
    wrong.focus();
    return;
  }
  form.emit("submit");
}

define("s-form", (part) => {
  part.inside.append(slot());
  part.addEventListener("keydown", (event) => {
    const from = event.composedPath()[0];
    if (event.key !== "Enter" || !(from instanceof HTMLInputElement) || ["checkbox", "radio", "file"].includes(from.type)) return;
    event.preventDefault();
    from.dispatchEvent(new Event("change"));
    submitForm(part);
  });
  return () => undefined;
});
