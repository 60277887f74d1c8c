import { Failure } from "./failure.ts";

export type ConnectionArgs = { first?: number | null; last?: number | null; after?: string | null; before?: string | null; reverse?: boolean | null };
type Keyed = { id?: string };

export type Connection<T> = {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  /** How many nodes are in the page: the cost of an answer counts them. */
  size: number;
};

/** Pages of 250 at most (documented: pagination limits). */
const LARGEST_PAGE = 250;

/** As `first`: everything. Bulk operations ask so; the smallest Int is nothing a caller means. */
export const WHOLE_LIST = -2147483648;

/**
 * One page of a list that is already filtered and sorted. Cursors stand for the node itself (its id, else its place),
 * so that a page stays right when the list grows. Throws as Shopify does without first and last.
 */
export function connection<T>(list: readonly T[], args: ConnectionArgs): Connection<T> {
  if (args.first === WHOLE_LIST) return pageOf(args.reverse ? list.toReversed() : list, 0, list.length);
  checkPage(args);
  const ordered = args.reverse ? list.toReversed() : list;
  const from = args.after == null ? 0 : placeOf(ordered, args.after).next;
  const to = args.before == null ? ordered.length : placeOf(ordered, args.before).at;
  const between = Math.max(from, to);
  const start = args.last != null && args.first == null ? Math.max(from, between - args.last) : from;
  const end = args.first == null ? between : Math.min(between, from + args.first);
  return pageOf(ordered, start, end);
}

function pageOf<T>(ordered: readonly T[], start: number, end: number): Connection<T> {
  const nodes = ordered.slice(start, end);
  const edges = nodes.map((node, i) => ({ cursor: cursorOf(node, start + i), node }));
  const pageInfo = {
    hasNextPage: end < ordered.length,
    hasPreviousPage: start > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { nodes, edges, pageInfo, size: nodes.length };
}

function checkPage({ first, last }: ConnectionArgs): void {
  if (first == null && last == null) throw new Failure("you must provide one of first or last", "BAD_REQUEST");
  if (first != null && last != null) throw new Failure("providing both first and last is not supported", "BAD_REQUEST");
  const size = first ?? last ?? 0;
  const name = first == null ? "last" : "first";
  if (size < 0) throw new Failure(`${name} cannot be less than zero`, "BAD_REQUEST");
  if (size > LARGEST_PAGE) throw new Failure(`${name} cannot exceed ${LARGEST_PAGE}`, "BAD_REQUEST");
}

type Cursor = { last_id?: string; place: number };

const cursorOf = (node: unknown, place: number): string => {
  const id = (node as Keyed | null)?.id;
  const cursor: Cursor = typeof id === "string" ? { last_id: id, place } : { place };
  return Buffer.from(JSON.stringify(cursor)).toString("base64");
};

/** Where the cursor's node stands now, and where what follows it begins; a node that is gone leaves its place. */
function placeOf(list: readonly unknown[], cursor: string): { at: number; next: number } {
  const { last_id, place } = readCursor(cursor);
  const at = last_id === undefined ? place : list.findIndex((node) => (node as Keyed).id === last_id);
  return at < 0 ? { at: place, next: place } : { at, next: at + 1 };
}

function readCursor(cursor: string): Cursor {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    if (typeof read === "object" && read !== null && Number.isInteger((read as Cursor).place)) return read as Cursor;
  } catch {
    // no JSON: refused below like any other foreign cursor
  }
  throw new Failure("Invalid cursor for current pagination sort.", "BAD_REQUEST");
}
