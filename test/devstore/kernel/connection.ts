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
  const from = args.after == null ? 0 : placeOf(ordered, args.after) + 1;
  const to = args.before == null ? ordered.length : placeOf(ordered, args.before);
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

const cursorOf = (node: unknown, place: number): string => {
  const id = (node as Keyed | null)?.id;
  return Buffer.from(JSON.stringify(typeof id === "string" ? { last_id: id } : { place })).toString("base64");
};

function placeOf(list: readonly unknown[], cursor: string): number {
  const read = readCursor(cursor);
  const place = "place" in read ? read.place : list.findIndex((node) => (node as Keyed).id === read.last_id);
  if (place < 0) throw new Failure(`Invalid cursor for current pagination sort.`, "BAD_REQUEST");
  return place;
}

function readCursor(cursor: string): { last_id: string } | { place: number } {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    if (isCursor(read)) return read;
  } catch {
    // no JSON: refused below like any other foreign cursor
  }
  throw new Failure(`Invalid cursor for current pagination sort.`, "BAD_REQUEST");
}

const isCursor = (value: unknown): value is { last_id: string } | { place: number } =>
  typeof value === "object" && value !== null && (typeof (value as { last_id?: unknown }).last_id === "string" || typeof (value as { place?: unknown }).place === "number");
