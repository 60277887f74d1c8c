/** Tables as text for spreadsheets. */

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text (OWASP, CSV injection). */
const asText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
const cell = (value: string | number): string => `"${asText(String(value)).replaceAll('"', '""')}"`;

/** Rows as CSV (RFC 4180), each cell quoted. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

/** A table as a file to download; the mark at its beginning tells a spreadsheet that it is UTF-8. */
export const csvFile = (csv: string, name: string): Response =>
  new Response(`\uFEFF${csv}`, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` } });
