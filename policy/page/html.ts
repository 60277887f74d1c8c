/** Blocks as one standalone HTML document: semantic, without scripts, every text escaped. */
import type { Block, Cell, Inline, Page } from "./blocks.ts";
import { style } from "./style.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);

/** Clause ids break at their dots and underscores, so that they fit narrow columns. */
const breakable = (text: string): string => escapeHtml(text).replace(/([._])(?=\w)/g, "$1<wbr>");

const inlineHtml = (inline: readonly Inline[]): string => inline.map((part) => {
  if (typeof part === "string") return escapeHtml(part);
  const text = part.to ? `<a href="#${escapeHtml(part.to)}">${breakable(part.text)}</a>` : escapeHtml(part.text);
  return part.strong ? `<strong>${text}</strong>` : text;
}).join("");

function tableHtml({ caption, head, rows }: Extract<Block, { kind: "table" }>): string {
  const td = (cell: Cell, i: number): string => {
    const onlyLinks = i > 0 && cell.inline.length > 0 && cell.inline.every((part) => part === ", " || (typeof part !== "string" && part.to !== undefined));
    const label = `${onlyLinks ? ' class="clauses"' : ""} data-label="${escapeHtml(head[i] ?? "")}"`, html = inlineHtml(cell.inline);
    if (cell.covered) return `<th scope="row" class="covered"${label}>${html}</th>`;
    return i ? `<td${label}>${html}</td>` : `<th scope="${cell.rows && cell.rows > 1 ? "rowgroup" : "row"}"${cell.rows && cell.rows > 1 ? ` rowspan="${cell.rows}"` : ""}${label}>${html}</th>`;
  };
  const bodies = rows.reduce<(readonly Cell[])[][]>((groups, row) => (row[0]?.covered ? [...groups.slice(0, -1), [...(groups.at(-1) ?? []), row]] : [...groups, [row]]), []);
  const body = bodies.map((group) => `<tbody>${group.map((row) => `<tr>${row.map(td).join("")}</tr>`).join("\n")}</tbody>`).join("\n");
  return `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0"><table class="columns-${head.length}"><caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("")}</tr></thead>\n${body}</table></div>`;
}

function readingHtml(reading: Extract<Block, { kind: "reading" }>): string {
  const { labels } = reading;
  const entry = (term: string, html: string): string => `<dt>${escapeHtml(term)}</dt><dd>${html}</dd>`;
  const others = reading.others.map((text) => entry(labels.other, escapeHtml(text))).join("");
  const about = reading.clauses.length ? entry(labels.about, inlineHtml(reading.clauses)) : "";
  return `<article class="reading" id="${escapeHtml(reading.id)}"><h3>${escapeHtml(reading.title)}</h3><dl>${entry(labels.chosen, `<strong>${escapeHtml(reading.chosen)}</strong>`)}${entry(labels.why, escapeHtml(reading.why))}${others}${about}</dl></article>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading": return `<h${block.level} id="${escapeHtml(block.id)}">${escapeHtml(block.text)}</h${block.level}>`;
    case "text": return `<p>${inlineHtml(block.inline)}</p>`;
    case "table": return tableHtml(block);
    case "clause": {
      const remarks = block.remarks.map((remark) => `<p class="remark">${inlineHtml(remark)}</p>`).join("");
      const place = block.place ? `<span class="place">${escapeHtml(block.place)}</span>` : "";
      return `<article class="clause" id="${escapeHtml(block.id)}"><p class="label"><a href="#${escapeHtml(block.id)}">${breakable(block.id)}</a>${place}</p><p>${escapeHtml(block.says)}</p>${remarks}</article>`;
    }
    case "reading": return readingHtml(block);
    default: return block satisfies never;
  }
}

function contentsHtml({ blocks, contents }: Page): string {
  const headings = blocks.filter((block) => block.kind === "heading");
  const link = (h: (typeof headings)[number]): string => `<a href="#${escapeHtml(h.id)}">${escapeHtml(h.text)}</a>`;
  const items = headings.filter((h) => h.level === 2).map((h) => {
    const at = headings.indexOf(h), next = headings.findIndex((other, i) => i > at && other.level === 2);
    const under = headings.slice(at + 1, next < 0 ? undefined : next);
    return `<li>${link(h)}${under.length ? `<ul>${under.map((sub) => `<li>${link(sub)}</li>`).join("")}</ul>` : ""}</li>`;
  });
  return `<nav aria-label="${escapeHtml(contents)}"><h2>${escapeHtml(contents)}</h2><ul>${items.join("\n")}</ul></nav>`;
}

/** The page as a part of another: no styles, no scripts, no contents, and the title is left to the other. */
export const partHtml = (page: Page): string => `<div class="recourse-policy" lang="${escapeHtml(page.lang)}">
${page.subtitle.map((line) => `<p class="about">${escapeHtml(line)}</p>`).join("")}
<p class="intro">${escapeHtml(page.intro)}</p>
${page.blocks.map(blockHtml).join("\n")}
</div>
`;

export function pageHtml(page: Page): string {
  const subtitle = page.subtitle.map((line) => `<p class="about">${escapeHtml(line)}</p>`).join("");
  return `<!doctype html>
<html lang="${escapeHtml(page.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(page.title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#text">${escapeHtml(page.skip)}</a>
<header><h1>${escapeHtml(page.title)}</h1>${subtitle}</header>
<div class="sides">
${contentsHtml(page)}
<main id="text" tabindex="-1">
<p class="intro">${escapeHtml(page.intro)}</p>
${page.blocks.map(blockHtml).join("\n")}
</main>
</div>
</body>
</html>
`;
}
