import type { Part } from "./part.ts";

/** Shopify's size words; the pixels are ours (assumed: the design system's numbers are not published for extensions). */
const SIZES: Readonly<Record<string, number>> = {
  none: 0, "small-500": 2, "small-400": 4, "small-300": 6, "small-200": 8, "small-100": 10, small: 12, base: 16, large: 20, "large-100": 24, "large-200": 28, "large-300": 32, "large-400": 36, "large-500": 40,
};

/** A size word, one to four of them, or a length as CSS has it. */
export const length = (value: unknown): string => String(value ?? "").split(/\s+/).filter(Boolean).map((word) => (word in SIZES ? `${SIZES[word]}px` : word)).join(" ");

const CONDITION = /^@container\s*([\w-]*)\s*\(\s*(inline-size|width)\s*(>=|<=|>|<)\s*([\d.]+)px\s*\)\s*(.+?)\s*,\s*([^,]+)$/s;

/**
 * A value that may depend on the width of the container around it (Shopify, "Responsive values"): the nearest
 * s-query-container, else the whole extension.
 */
export function responsive(part: Part, value: unknown): string {
  const text = String(value ?? "");
  const found = CONDITION.exec(text);
  if (!found) return text;
  const [, name = "", , sign = "", limit = "", yes = "", no = ""] = found;
  const width = watched(part, name);
  const at = Number(limit);
  const holds = sign === ">" ? width > at : sign === ">=" ? width >= at : sign === "<" ? width < at : width <= at;
  return holds ? yes.trim() : no.trim();
}

const watching = new WeakMap<Element, Set<Part>>();
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) for (const part of watching.get(target) ?? []) part.refresh();
});

function watched(part: Part, name: string): number {
  const container = part.closest(name ? `s-query-container[data-container="${CSS.escape(name)}"]` : "s-query-container") ?? part.closest("[data-extension]") ?? document.body;
  const parts = watching.get(container) ?? new Set();
  if (parts.size === 0) observer.observe(container);
  watching.set(container, parts.add(part));
  return container.getBoundingClientRect().width;
}

const ALIGN: Readonly<Record<string, string>> = { start: "flex-start", end: "flex-end" };
const align = (value: string): string => ALIGN[value] ?? value;
const BORDER_WIDTH: Readonly<Record<string, string>> = { base: "1px", large: "2px", "large-100": "3px", small: "1px", none: "0" };
const RADIUS: Readonly<Record<string, string>> = { none: "0", "small-200": "4px", "small-100": "6px", small: "6px", base: "8px", large: "12px", "large-100": "14px", "large-200": "16px", max: "999px" };
const GROUND: Readonly<Record<string, string>> = { transparent: "transparent", base: "var(--card)", subdued: "var(--ground)", strong: "var(--grey-ground)" };

const LENGTHS: Readonly<Record<string, string>> = {
  blockSize: "block-size", inlineSize: "inline-size", maxBlockSize: "max-block-size", maxInlineSize: "max-inline-size", minBlockSize: "min-block-size", minInlineSize: "min-inline-size",
  padding: "padding", paddingBlock: "padding-block", paddingBlockStart: "padding-block-start", paddingBlockEnd: "padding-block-end",
  paddingInline: "padding-inline", paddingInlineStart: "padding-inline-start", paddingInlineEnd: "padding-inline-end",
  gap: "gap", rowGap: "row-gap", columnGap: "column-gap",
};
const NAMES: Readonly<Record<string, string>> = {
  gridTemplateColumns: "grid-template-columns", gridTemplateRows: "grid-template-rows", gridColumn: "grid-column", gridRow: "grid-row",
  placeContent: "place-content", placeItems: "place-items", justifyItems: "justify-items",
};
const ALIGNED: Readonly<Record<string, string>> = { alignItems: "align-items", alignContent: "align-content", justifyContent: "justify-content" };

/** Puts what the box properties say on an element. */
export function boxStyle(part: Part, element: HTMLElement): void {
  const read = (name: string): string => responsive(part, part.props[name]);
  // All go first: to take a side away would take it out of what stands for all sides.
  for (const css of [...Object.values(LENGTHS), ...Object.values(NAMES), ...Object.values(ALIGNED), "background", "border-radius", "overflow", "border", "display"]) element.style.removeProperty(css);
  const put = (name: string, value: string): void => { if (value) element.style.setProperty(name, value); };
  for (const [name, css] of Object.entries(LENGTHS)) put(css, length(read(name)));
  for (const [name, css] of Object.entries(NAMES)) put(css, length(read(name)));
  for (const [name, css] of Object.entries(ALIGNED)) put(css, align(read(name)));
  put("background", GROUND[read("background")] ?? "");
  put("border-radius", read("borderRadius").split(" ").map((word) => RADIUS[word] ?? word).join(" "));
  put("overflow", read("overflow"));
  const [width = "", color = "", style = ""] = read("border").split(" ");
  const wide = BORDER_WIDTH[read("borderWidth") || width] ?? "";
  put("border", wide && wide !== "0" ? `${wide} ${read("borderStyle") || (["solid", "dashed", "dotted"].includes(style) ? style : "solid")} ${(read("borderColor") || color) === "strong" ? "var(--soft)" : "var(--line)"}` : "");
  if (read("display") === "none") put("display", "none");
}

const ROLES: Readonly<Record<string, string>> = { main: "main", header: "banner", footer: "contentinfo", section: "region", aside: "complementary", navigation: "navigation", "ordered-list": "list", "unordered-list": "list",
  "list-item": "listitem", "list-item-separator": "separator", status: "status", alert: "alert", separator: "separator" };

/** Role and name for readers; `hidden` is for the eyes only, `exclusive` for readers only. */
export function boxMeaning(part: Part, element: HTMLElement): void {
  const role = ROLES[part.text("accessibilityRole")];
  if (role) element.setAttribute("role", role); else element.removeAttribute("role");
  const label = part.text("accessibilityLabel");
  if (label) element.setAttribute("aria-label", label); else element.removeAttribute("aria-label");
  const visibility = part.text("accessibilityVisibility");
  if (visibility === "hidden") element.setAttribute("aria-hidden", "true"); else element.removeAttribute("aria-hidden");
  element.classList.toggle("vh", visibility === "exclusive");
}
