/** A page as blocks, from which HTML and Markdown are written alike. Text is plain here and escaped where it is written. */
export type Inline = string | Readonly<{ text: string; to?: string; strong?: true }>;
/** A cell may begin a run of rows that it speaks for. */
export type Cell = Readonly<{ inline: readonly Inline[]; rows?: number; covered?: true }>;
export type Block =
  | Readonly<{ kind: "heading"; level: 2 | 3; id: string; text: string }>
  | Readonly<{ kind: "text"; inline: readonly Inline[] }>
  | Readonly<{ kind: "table"; caption: string; head: readonly string[]; rows: readonly (readonly Cell[])[] }>
  | Readonly<{ kind: "clause"; id: string; place: string; says: string; remarks: readonly (readonly Inline[])[] }>
  | Readonly<{ kind: "reading"; id: string; title: string; chosen: string; others: readonly string[]; why: string; clauses: readonly Inline[]; labels: Readonly<{ chosen: string; other: string; why: string; about: string }> }>;

export type Page = Readonly<{ lang: string; title: string; subtitle: readonly string[]; intro: string; contents: string; skip: string; blocks: readonly Block[] }>;

export const cell = (...inline: Inline[]): Cell => ({ inline });

/** Links to clauses, separated by commas; the policy's own name, which they share, is left out. */
export const clauseLinks = (ids: readonly string[]): Inline[] => ids.flatMap((id, i) => [...(i ? [", "] : []), { text: id.replace(/^[A-Za-z-]+\.(?=\w)/, ""), to: id }]);

export const heading = (level: 2 | 3, id: string, text: string): Block => ({ kind: "heading", level, id, text });

/** A section with a table; nothing where the table has no rows. */
export const tableSection = (id: string, title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Block[] => (rows.length ? [heading(2, id, title), { kind: "table", caption: title, head, rows }] : []);
