/** Blocks as Markdown (CommonMark with tables), every text escaped; anchors are written out so that clauses can be linked. */
import type { Block, Inline, Page } from "./blocks.ts";
import { escapeHtml } from "./html.ts";

/** Characters that Markdown would take for marks, and line ends; < > & as entities, so that no markup gets in. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\s*\n\s*/g, " ").replace(/[\\`*_[\]#|~]/g, "\\$&").replace(/[<>&]/g, (c) => escapeHtml(c)).replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, "$1\\$2");

const inlineMarkdown = (inline: readonly Inline[]): string => inline.map((part) => {
  if (typeof part === "string") return escapeMarkdown(part);
  const text = part.to ? `[${escapeMarkdown(part.text)}](#${encodeURI(part.to)})` : escapeMarkdown(part.text);
  return part.strong ? `**${text}**` : text;
}).join("");

const anchor = (id: string): string => `<a id="${escapeHtml(id)}"></a>`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading": return `${anchor(block.id)}\n\n${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case "text": return inlineMarkdown(block.inline);
    case "table": {
      const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
      return [line(block.head.map(escapeMarkdown)), line(block.head.map(() => "---")), ...block.rows.map((row) => line(row.map((cell) => inlineMarkdown(cell.inline))))].join("\n");
    }
    case "clause": {
      const place = block.place ? ` (${escapeMarkdown(block.place)})` : "";
      return [`${anchor(block.id)}**${escapeMarkdown(block.id)}**${place}`, escapeMarkdown(block.says), ...block.remarks.map((remark) => `> ${inlineMarkdown(remark)}`)].join("\n\n");
    }
    case "reading": {
      const { labels } = block;
      const lines = [`${labels.chosen}: **${escapeMarkdown(block.chosen)}**`, `${labels.why}: ${escapeMarkdown(block.why)}`, ...block.others.map((text) => `${labels.other}: ${escapeMarkdown(text)}`), ...(block.clauses.length ? [`${labels.about}: ${inlineMarkdown(block.clauses)}`] : [])];
      return [`${anchor(block.id)}\n\n### ${escapeMarkdown(block.title)}`, lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
    }
    default: return block satisfies never;
  }
}

export function pageMarkdown(page: Page): string {
  const contents = page.blocks.filter((block) => block.kind === "heading").map((h) => `${h.level === 3 ? "  " : ""}- [${escapeMarkdown(h.text)}](#${encodeURI(h.id)})`);
  const blocks = [`# ${escapeMarkdown(page.title)}`, page.subtitle.map(escapeMarkdown).join("  \n"), escapeMarkdown(page.intro), `## ${escapeMarkdown(page.contents)}`, contents.join("\n"), ...page.blocks.map(blockMarkdown)];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
