import { hear, tell } from "./link.ts";
import { navigateTo } from "./navigation.ts";

type Press = { text: string; primary: boolean; critical: boolean; disabled: boolean; press: number };
type Group = { label: string; items: Press[] };

const pressed = new Map<number, HTMLElement>();
let presses = 0;
const numbers = new WeakMap<HTMLElement, number>();

function numberOf(element: HTMLElement): number {
  const known = numbers.get(element) ?? ++presses;
  numbers.set(element, known);
  pressed.set(known, element);
  return known;
}

/** A button or link of the app, as the admin shows it. */
export function pressOf(element: HTMLElement): Press {
  return {
    text: element.textContent?.trim() ?? "", primary: element.getAttribute("variant") === "primary", critical: element.getAttribute("tone") === "critical",
    disabled: element.hasAttribute("disabled") || element.hasAttribute("loading"), press: numberOf(element),
  };
}

const isPress = (element: Element): element is HTMLElement => element instanceof HTMLElement && (element.localName === "button" || element.localName === "a");

/** What a ui-title-bar holds: title, buttons, and sections as menus. */
export function titleOf(bar: Element | null): { title: string; buttons: Press[]; groups: Group[] } {
  const children = [...(bar?.children ?? [])];
  return {
    title: bar?.getAttribute("title") ?? "",
    buttons: children.filter(isPress).filter((e) => e.getAttribute("variant") !== "breadcrumb").map(pressOf),
    groups: children.filter((e) => e.localName === "section").map((e) => ({ label: e.getAttribute("label") ?? "More", items: [...e.children].filter(isPress).map(pressOf) })),
  };
}

function menuOf(): { text: string; href: string; home: boolean; press: number }[] {
  const links = [...document.querySelectorAll<HTMLElement>("ui-nav-menu > a, s-app-nav > s-link, s-app-nav > a")];
  return links.map((link) => ({ text: link.textContent?.trim() ?? "", href: link.getAttribute("href") ?? "", home: link.getAttribute("rel") === "home", press: numberOf(link) }));
}

/** The page's own title bar: one in a modal belongs to the modal. */
const pageBar = (): Element | null => [...document.querySelectorAll("ui-title-bar")].find((bar) => !bar.closest("ui-modal")) ?? null;

let last = "";

function show(): void {
  const now = { menu: menuOf(), bar: titleOf(pageBar()) };
  const text = JSON.stringify(now);
  if (text === last) return;
  last = text;
  tell("bars", now);
}

/** Keeps the admin's title bar and navigation as the app's elements are, and carries presses back. */
export function watchBars(): void {
  // Adopted, not inserted: an app that hydrates the whole document must find it as the server wrote it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("ui-nav-menu, ui-title-bar, ui-save-bar, s-app-nav { display: none !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true, attributes: true, characterData: true });
  hear<{ press: number }>("press", ({ press }) => pressed.get(press)?.click());
  hear<{ press: number }>("menu", ({ press }) => {
    const link = pressed.get(press);
    if (link) navigateTo(link);
  });
  show();
}
