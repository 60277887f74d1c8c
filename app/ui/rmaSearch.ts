/** The queue's filters as an address carries them. */
import type { RmaSearch } from "../store/rmaList.ts";

/** The views that are always there: which states each shows. */
export const views = {
  all: [], requested: ["requested"], coming: ["approved", "under_way"], received: ["received"], inspected: ["inspected", "settling"], done: ["settled", "closed", "declined", "cancelled"],
} as const satisfies Record<string, readonly string[]>;
export type View = keyof typeof views;
export const viewNames = Object.keys(views) as View[];

const PAGE = 25, DAY = 86_400_000;
const list = (text: string | null): string[] => (text ? text.split(",").filter(Boolean) : []);

/** Reads the address; what it does not say is the usual: all states, newest first. */
export function rmaSearch(search: URLSearchParams, shop: string, now: Date): RmaSearch {
  const due = search.get("due"), sort = search.get("sort"), view = search.get("view");
  const states = list(search.get("state"));
  return {
    shop, states: states.length ? states : [...(views[(view ?? "all") as View] ?? [])], remedies: list(search.get("remedy")), text: (search.get("query") ?? "").trim(),
    dueBefore: due === "overdue" ? now : due === "today" ? new Date(now.getTime() + DAY) : null,
    sort: sort === "due" ? "due" : "opened", direction: sort === "oldest" || sort === "due" ? "asc" : "desc", first: PAGE, after: search.get("after"), before: search.get("before"),
  };
}
