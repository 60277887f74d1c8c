import { attrs, define, el, hasSlot, slot, type Part } from "./part.ts";
import { boxMeaning, boxStyle, responsive } from "./sizes.ts";

/** Headings go one deeper with each section around them (Shopify, "Section": heading levels follow the nesting). */
export function headingLevel(part: Part): number {
  let level = part.closest("dialog, s-admin-block, s-modal") ? 3 : 2;
  for (let at = part.parentElement; at && !at.matches("[data-extension]"); at = at.parentElement) if (at.localName === "s-section") level++;
  return Math.min(level, 6);
}

/** A box is the element itself: its children stand in it. */
function box(kind: "block" | "flex" | "grid"): (part: Part) => () => void {
  return (part) => {
    part.inside.append(slot());
    part.classList.add("ext", `ext-${kind}`);
    return () => {
      boxStyle(part, part);
      boxMeaning(part, part);
      if (kind === "flex") part.style.flexDirection = responsive(part, part.props["direction"]) === "inline" ? "row" : "column";
    };
  };
}

define("s-box", box("block"));
define("s-scroll-box", (part) => {
  const update = box("block")(part);
  return () => {
    update();
    part.style.overflow ||= "auto";
    part.tabIndex = 0;
  };
});
define("s-stack", box("flex"));
define("s-grid", box("grid"));
define("s-grid-item", box("block"));

define("s-query-container", (part) => {
  part.inside.append(slot());
  return () => attrs(part, { "data-container": part.text("containerName") || null });
});

define("s-divider", (part) => () => {
  const isUpright = part.text("direction") === "block";
  attrs(part, { role: "separator", "aria-orientation": isUpright ? "vertical" : null, "data-upright": isUpright ? "" : null });
});

define("s-button-group", (part) => {
  const group = el("div", { class: "group", role: "group" }, slot("secondary-actions"), slot(), slot("primary-action"));
  part.inside.append(group);
  return () => attrs(group, { "aria-label": part.text("accessibilityLabel") || null });
});

define("s-section", (part) => {
  const heading = el("h2", { class: "title" });
  const section = el("section", { class: "section" }, heading, slot());
  part.inside.append(section);
  return () => {
    const text = part.text("heading");
    attrs(heading, { role: "heading", "aria-level": String(headingLevel(part)) });
    heading.textContent = text;
    heading.hidden = !text;
    attrs(section, { "aria-label": part.text("accessibilityLabel") || text || null, "data-inner": part.parentElement?.closest("s-section, s-modal, s-admin-block, s-admin-action, s-customer-account-action, s-pos-block") ? "" : null });
    section.style.padding = part.text("padding") === "none" ? "0" : "";
  };
});

define("s-page", (part) => {
  const crumbs = el("div", { class: "crumbs" }, slot("breadcrumb-actions"));
  const title = el("h1"), under = el("p", { class: "under" });
  const actions = el("div", { class: "actions" }, slot("secondary-actions"), slot("primary-action"));
  part.inside.append(crumbs, el("div", { class: "pagehead" }, el("div", {}, title, under), actions), el("div", { class: "pagebody" }, slot()));
  return () => {
    title.textContent = part.text("heading");
    title.hidden = !part.text("heading");
    under.textContent = part.text("subheading");
    under.hidden = !part.text("subheading");
    crumbs.hidden = !hasSlot(part, "breadcrumb-actions");
    actions.hidden = !hasSlot(part, "primary-action") && !hasSlot(part, "secondary-actions");
    attrs(part, { "data-wide": part.text("inlineSize") === "large" ? "" : null });
    if (part.text("heading")) document.title = `${part.text("heading")} · ${document.title.split(" · ").at(-1) ?? ""}`;
  };
});

define("s-pos-block", (part) => {
  const heading = el("h2", { class: "title" });
  const block = el("section", { class: "section" }, heading, slot(), slot("secondary-actions"));
  part.inside.append(block);
  return () => {
    heading.textContent = part.text("heading") || (part.owner?.heading ?? "");
    attrs(block, { "aria-label": heading.textContent });
  };
});

define("s-table", (part) => {
  const pages = el("nav", { class: "group", "aria-label": "Pages" });
  const table = el("div", { class: "table", role: "table" }, slot());
  const back = el("button", { type: "button" }, "‹ Previous"), next = el("button", { type: "button" }, "Next ›");
  back.addEventListener("click", () => part.emit("previouspage"));
  next.addEventListener("click", () => part.emit("nextpage"));
  pages.append(back, next);
  part.inside.append(slot("filters"), el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" }, table), pages);
  return () => {
    pages.hidden = !part.flag("paginate");
    back.disabled = !part.flag("hasPreviousPage");
    next.disabled = !part.flag("hasNextPage");
    attrs(table, { "aria-busy": part.flag("loading") ? "true" : null });
  };
});

function tablePart(tag: string, role: string): void {
  define(tag, (part) => {
    part.inside.append(slot());
    return () => attrs(part, { role, "data-format": part.text("format") || null });
  });
}
tablePart("s-table-header-row", "row");
tablePart("s-table-header", "columnheader");
tablePart("s-table-body", "rowgroup");
tablePart("s-table-row", "row");
tablePart("s-table-cell", "cell");

