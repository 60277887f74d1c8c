/** The filters of the registrations as an address carries them. */
import type { RegistrationSearch } from "../store/registrations.ts";

const PAGE = 25;

export function registrationSearch(search: URLSearchParams, shop: string): RegistrationSearch {
  const view = search.get("view");
  return {
    shop, text: (search.get("query") ?? "").trim(), sources: (search.get("source") ?? "").split(",").filter(Boolean), which: view === "none" || view === "elsewhere" ? view : "all",
    first: PAGE, after: search.get("after"), before: search.get("before"),
  };
}
