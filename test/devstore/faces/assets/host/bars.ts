import { byId, frame, make, settings, tellApp } from "./frame.ts";

type Press = { text: string; primary: boolean; critical: boolean; disabled: boolean; press: number };
type Bars = { menu: { text: string; href: string; home: boolean; press: number }[]; bar: { title: string; buttons: Press[]; groups: { label: string; items: Press[] }[] } };

let menu: Bars["menu"] = [];
let path = "/";

function buttonOf(item: Press): HTMLButtonElement {
  const button = make("button", item.text, item.primary ? "primary" : item.critical ? "danger" : "");
  button.type = "button";
  button.disabled = item.disabled;
  button.addEventListener("click", () => tellApp("press", { press: item.press }));
  return button;
}

function groupOf(group: { label: string; items: Press[] }): HTMLDetailsElement {
  const details = make("details", "", "group");
  const list = make("div", "", "shops");
  list.append(...group.items.map(buttonOf));
  details.append(make("summary", group.label, "button"), list);
  return details;
}

/** Title bar and navigation as the app's elements say. */
export function showBars({ menu: links, bar }: Bars): void {
  menu = links;
  byId("apptitle", HTMLHeadingElement).textContent = bar.title || settings.app.name;
  document.title = `${bar.title || settings.app.name} · ${settings.shop}`;
  byId("appactions", HTMLSpanElement).replaceChildren(...bar.groups.map(groupOf), ...[...bar.buttons].sort((a, b) => Number(a.primary) - Number(b.primary)).map(buttonOf));
  drawMenu();
}

function drawMenu(): void {
  const here = path.split("?")[0] ?? "/";
  const fits = menu.filter((m) => !m.home && (here === m.href || here.startsWith(`${m.href}/`))).sort((a, b) => b.href.length - a.href.length)[0];
  byId("appnav", HTMLUListElement).replaceChildren(...menu.filter((m) => !m.home).map((item) => {
    const link = make("a", item.text);
    link.href = settings.base + item.href;
    if (item === fits) link.setAttribute("aria-current", "page");
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      tellApp("menu", { press: item.press });
    });
    const entry = make("li");
    entry.append(link);
    return entry;
  }));
  const home = menu.find((m) => m.home);
  byId("applink", HTMLAnchorElement).onclick = home ? (event) => {
    event.preventDefault();
    tellApp("menu", { press: home.press });
  } : null;
}

/** The app went somewhere: the admin's address follows, so that a reload and a link come back to it. */
export function showPath({ path: now }: { path: string }): void {
  path = now;
  history.replaceState(null, "", settings.base + (now === "/" ? "" : now));
  drawMenu();
}

export function showLoading({ on }: { on: boolean }): void {
  byId("loading", HTMLDivElement).hidden = !on;
}

/** While the app shows a modal, what is around it is dim and cannot be pressed. */
export function showModal({ visible }: { visible: boolean }): void {
  document.body.classList.toggle("dimmed", visible);
  if (visible) frame.focus();
}
