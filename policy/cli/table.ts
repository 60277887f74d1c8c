/** The matrix as tables of plain text, cells wrapped to the width of the terminal. */
import { capital } from "../explain/inWords.ts";
import type { Matrix } from "../matrix.ts";
import { ageText, feesText, getsText, legText, remedyText } from "../matrix/rowWords.ts";
import { classesText, reasonsText } from "../page/answers.ts";
import type { PolicyInForce } from "../readings.ts";
import { english } from "../words.en.ts";

const gap = "  ";
/** Columns may not be narrower than this, however narrow the terminal. */
const narrowest = 8;

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((w) => w.match(new RegExp(`.{1,${width}}`, "gu")) ?? [""])) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** Widths that fit: the widest column gives way first. */
function widthsFor(rows: readonly (readonly string[])[], total: number): number[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  const sum = (): number => widths.reduce((a, b) => a + b, 0) + gap.length * (widths.length - 1);
  while (sum() > total) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowest) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Rows below their head; a rule under the head and before each row whose first cell is filled. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], total: number): string {
  const widths = widthsFor([head, ...rows], total);
  const rule = widths.map((width) => "─".repeat(width)).join(gap);
  const lines = (row: readonly string[]): string[] => {
    const cells = row.map((text, i) => wrapped(text, widths[i] ?? narrowest));
    return Array.from({ length: Math.max(...cells.map((cell) => cell.length)) }, (_, line) => cells.map((cell, i) => (cell[line] ?? "").padEnd(widths[i] ?? 0)).join(gap).trimEnd());
  };
  return [...lines(head), ...rows.flatMap((row) => (row[0] ? [rule, ...lines(row)] : lines(row)))].join("\n");
}

export function matrixText(found: Matrix, inForce: PolicyInForce, width: number): string {
  const words = english, { cases } = words.page;
  const head = [words.facts.reason.label, cases.remedy, cases.age, cases.gets, cases.inbound, cases.outbound, cases.fees].map(capital);
  const tables = found.classes.map(({ classes, reasons }) => {
    const rows = reasons.flatMap((one) => one.rows.length
      ? one.rows.map((row, i) => [i ? "" : reasonsText(one, words), remedyText(row, words), ageText(row, words), getsText(row, inForce, words), legText(row.freight.return, words), legText(row.freight.outbound, words), feesText(row, inForce, words)])
      : [[reasonsText(one, words), cases.nothing, words.page.ages.any, one.nothing?.says ?? cases.silent, "", "", ""]]);
    return `${classesText(classes, found, words)}\n\n${textTable(head, rows, width)}`;
  });
  return `${tables.join("\n\n\n")}\n`;
}
