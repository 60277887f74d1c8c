import { attrs, define, el, slot, type Part } from "./part.ts";
import { headingLevel } from "./layout.ts";
import { boxMeaning } from "./sizes.ts";

/** Classes of the tones and kinds of texts. */
function toned(part: Part): void {
  boxMeaning(part, part);
  attrs(part, { "data-tone": part.text("tone") || null, "data-color": part.text("color") || null, "data-type": part.text("type") || null, dir: part.text("dir") || null, lang: part.text("lang") || null,
    "data-tabular": part.text("fontVariantNumeric") === "tabular-nums" ? "" : null });
}

define("s-text", (part) => {
  part.inside.append(slot());
  return () => {
    toned(part);
    if (part.text("type") === "redundant") part.setAttribute("data-type", "redundant");
    part.style.display = part.text("display") === "none" ? "none" : "";
  };
});

define("s-paragraph", (part) => {
  part.inside.append(slot());
  return () => {
    toned(part);
    attrs(part, { role: part.text("accessibilityRole") || "paragraph" });
  };
});

define("s-heading", (part) => {
  part.inside.append(slot());
  return () => {
    boxMeaning(part, part);
    if (part.text("accessibilityRole") !== "presentation" && part.text("accessibilityRole") !== "none") attrs(part, { role: "heading", "aria-level": String(headingLevel(part)) });
  };
});

define("s-time", (part) => {
  const time = el("time", {}, slot());
  part.inside.append(time);
  return () => attrs(time, { datetime: part.text("dateTime") || null });
});

define("s-abbreviation", (part) => {
  const abbr = el("abbr", {}, slot());
  part.inside.append(abbr);
  return () => attrs(abbr, { title: part.text("title") || null });
});

define("s-badge", (part) => {
  part.inside.append(el("span", { class: "badge" }, slot()));
  return () => attrs(part, { "data-tone": part.text("tone") || "auto", "data-color": part.text("color") || null });
});

function list(tag: "s-unordered-list" | "s-ordered-list"): void {
  define(tag, (part) => {
    part.inside.append(slot());
    return () => attrs(part, { role: "list" });
  });
}
list("s-unordered-list");
list("s-ordered-list");
define("s-list-item", (part) => {
  part.inside.append(slot());
  return () => attrs(part, { role: "listitem" });
});

const ICONS: Readonly<Record<string, string>> = {
  "alert-circle": "M12 7v6m0 3.5v.5M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18", "alert-triangle": "M12 9v5m0 3v.5M12 4L3 20h18z", check: "M5 12.5l5 5L19 7", "check-circle": "M8 12.5l3 3l5-6M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
  "check-circle-filled": "M8 12.5l3 3l5-6M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18", info: "M12 11v6m0-9.5v.5M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18", x: "M6 6l12 12M18 6L6 18", "x-circle": "M9 9l6 6m0-6l-6 6M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
  "chevron-right": "M9 5l7 7l-7 7", "chevron-left": "M15 5l-7 7l7 7", "chevron-down": "M5 9l7 7l7-7", "chevron-up": "M5 15l7-7l7 7", clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18", calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  return: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-4", order: "M5 3h14v18l-3-2l-2 2l-2-2l-2 2l-2-2l-3 2zM9 8h6M9 12h6", delivery: "M2 6h12v11H2zM14 10h4l4 4v3h-8", truck: "M2 6h12v11H2zM14 10h4l4 4v3h-8", upload: "M12 16V4m-5 5l5-5l5 5M4 20h16",
  image: "M3 5h18v14H3zM3 16l5-5l4 4l4-5l5 6", plus: "M12 5v14M5 12h14", minus: "M5 12h14", delete: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13", edit: "M4 20l1-4L16 5l3 3L8 19z", external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6", circle: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
};

/** A drawing that stands beside a text: nothing for readers. One that is not drawn here is a dot. */
export function icon(type: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "1.8", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true" })) svg.setAttribute(name, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[type] ?? "M12 11a1 1 0 1 0 0 2a1 1 0 0 0 0-2");
  svg.append(path);
  return svg;
}

define("s-icon", (part) => () => {
  part.inside.replaceChildren(icon(part.text("type")));
  attrs(part, { "data-tone": part.text("tone") || null, "data-size": part.text("size") || "base" });
});

define("s-banner", (part) => {
  const heading = el("strong", { class: "title" });
  const dismiss = el("button", { type: "button", class: "plain", "aria-label": "Dismiss" }, "✕");
  const banner = el("div", { class: "banner" }, el("div", { class: "words" }, heading, slot(), el("div", { class: "group" }, slot("primary-action"), slot("secondary-actions"))), dismiss);
  dismiss.addEventListener("click", () => {
    part.emit("dismiss", { hidden: true });
    part.refreshNow();
    part.emit("afterhide");
  });
  part.inside.append(banner);
  return () => {
    const tone = part.text("tone") || "auto";
    heading.textContent = part.text("heading");
    heading.hidden = !part.text("heading");
    dismiss.hidden = !part.flag("dismissible");
    banner.hidden = part.flag("hidden");
    attrs(banner, { role: tone === "critical" || tone === "warning" ? "alert" : "status", "data-tone": tone });
  };
});

define("s-spinner", (part) => {
  const spinner = el("span", { class: "spinner", role: "status" });
  part.inside.append(spinner);
  return () => attrs(spinner, { "aria-label": part.text("accessibilityLabel") || "Loading", "data-size": part.text("size") || null });
});

define("s-skeleton-paragraph", (part) => {
  part.inside.append(el("span", { class: "skeleton", role: "status", "aria-label": "Loading" }));
  return () => undefined;
});

define("s-progress", (part) => {
  const bar = el("progress");
  part.inside.append(bar);
  return () => {
    bar.max = Number(part.props["max"] ?? 1);
    if (part.props["value"] === undefined) bar.removeAttribute("value"); else bar.value = Number(part.props["value"]);
    attrs(bar, { "aria-label": part.text("accessibilityLabel") || "Progress" });
  };
});

/** Images from the web and this server; nothing else is loaded. */
const safeSource = (src: string): string => (/^(https?:|data:image\/|blob:)/i.test(src) ? src : "");

define("s-image", (part) => {
  const image = el("img");
  part.inside.append(image);
  return () => {
    attrs(image, { src: safeSource(part.text("src")), alt: part.text("alt"), loading: part.text("loading") || null, role: part.text("accessibilityRole") || null });
    Object.assign(image.style, { aspectRatio: part.text("aspectRatio"), objectFit: part.text("objectFit") || "contain", inlineSize: part.text("inlineSize") === "auto" ? "auto" : "100%", borderRadius: part.text("borderRadius") ? "8px" : "" });
  };
});

function thumbnail(tag: "s-thumbnail" | "s-product-thumbnail"): void {
  define(tag, (part) => {
    const frame = el("span", { class: "thumb" });
    part.inside.append(frame);
    return () => {
      const src = safeSource(part.text("src"));
      const total = part.text("totalItems");
      frame.replaceChildren(src ? el("img", { src, alt: part.text("alt") }) : icon("image"), ...(total ? [el("span", { class: "count", "aria-label": `${total} items` }, total)] : []));
      if (!src && part.text("alt")) attrs(frame, { role: "img", "aria-label": part.text("alt") });
      attrs(frame, { "data-size": part.text("size") || "base" });
    };
  });
}
thumbnail("s-thumbnail");
thumbnail("s-product-thumbnail");

