import { useEffect, useState } from "react";
import { ChoiceList, IndexFilters, IndexFiltersMode, type IndexFiltersProps, type TabProps } from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";
import { english } from "../../policy/words.en.ts";
import { grantable } from "./remedyChoice.ts";
import { viewNames } from "./rmaSearch.ts";
import { words } from "./words.en.ts";

type Saved = { name: string; search: string };
const KEPT = "recourse views";

/** Views that this member of staff has saved, kept in the browser. */
function useSavedViews(): [Saved[], (views: Saved[]) => void] {
  const [saved, setSaved] = useState<Saved[]>([]);
  useEffect(() => {
    const kept = localStorage.getItem(KEPT);
    if (kept) setSaved(JSON.parse(kept) as Saved[]);
  }, []);
  return [saved, (views) => { setSaved(views); localStorage.setItem(KEPT, JSON.stringify(views)); }];
}

/** Search, filters, sorting and views of the queue; the address holds them all. */
export function RmaFilters({ isLoading }: { isLoading: boolean }) {
  const w = words.rmas, [search, setSearch] = useSearchParams(), [saved, setSaved] = useSavedViews();
  const [mode, setMode] = useState<IndexFiltersMode>(IndexFiltersMode.Default);
  const [typed, setTyped] = useState(search.get("query") ?? "");
  const set = (name: string, value: string): void => setSearch((before) => { const next = new URLSearchParams(before); for (const gone of ["after", "before"]) next.delete(gone); if (value) next.set(name, value); else next.delete(name); return next; }, { preventScrollReset: true });
  useEffect(() => {
    const asked = search.get("query") ?? "";
    const wait = typed === asked ? undefined : setTimeout(() => set("query", typed), 400);
    return () => clearTimeout(wait);
  });
  const chosen = (name: string): string[] => (search.get(name) ?? "").split(",").filter(Boolean);
  const here = (): string => { const kept = new URLSearchParams(search); for (const gone of ["after", "before"]) kept.delete(gone); return kept.toString(); };
  const own = saved.findIndex((view) => view.search === here());
  const tabs: TabProps[] = [
    ...viewNames.map((view): TabProps => ({ id: view, content: w.views[view], isLocked: true, onAction: () => { setTyped(""); setSearch(view === "all" ? {} : { view }); } })),
    ...saved.map((view, i): TabProps => ({ id: `own ${i}`, content: view.name, onAction: () => { setTyped(new URLSearchParams(view.search).get("query") ?? ""); setSearch(view.search); }, actions: [{ type: "delete", onPrimaryAction: async () => { setSaved(saved.filter((one) => one !== view)); return true; } }] })),
  ];
  const choices = (name: string, label: string, options: { value: string; label: string }[], allowMultiple: boolean) => ({
    key: name, label, shortcut: true, filter: <ChoiceList title={label} titleHidden allowMultiple={allowMultiple} choices={options} selected={chosen(name)} onChange={(next) => set(name, next.join(","))} />,
  });
  const filters = [
    choices("state", w.state, Object.entries(w.states).map(([value, label]) => ({ value, label })), true),
    choices("remedy", w.remedy, grantable.map((value) => ({ value, label: english.remedies[value] })), true),
    choices("due", w.dueFilter, Object.entries(w.dueChoices).map(([value, label]) => ({ value, label })), false),
  ];
  const labelOf = (name: string): string => filters.find((filter) => filter.key === name)?.label ?? name;
  const applied = ["state", "remedy", "due"].filter((name) => search.get(name)).map((name) => ({ key: name, label: `${labelOf(name)}: ${chosen(name).map((value) => ({ ...w.states, ...english.remedies, ...w.dueChoices })[value as "approved"] ?? value).join(", ")}`, onRemove: () => set(name, "") }));
  const sorts: IndexFiltersProps["sortOptions"] = [{ label: w.sorts.newest, value: "newest asc", directionLabel: w.sorts.newest }, { label: w.sorts.oldest, value: "oldest asc", directionLabel: w.sorts.oldest }, { label: w.sorts.due, value: "due asc", directionLabel: w.sorts.due }];
  return (
    <IndexFilters
      queryValue={typed} queryPlaceholder={w.search} onQueryChange={setTyped} onQueryClear={() => { setTyped(""); set("query", ""); }} loading={isLoading}
      tabs={tabs} selected={own >= 0 ? viewNames.length + own : Math.max(0, viewNames.indexOf((search.get("view") ?? "all") as "all"))} onSelect={() => {}} canCreateNewView onCreateNewView={async (name) => { setSaved([...saved, { name, search: here() }]); return true; }}
      filters={filters} appliedFilters={applied} onClearAll={() => { setTyped(""); setSearch(search.get("view") ? { view: search.get("view") ?? "" } : {}); }} cancelAction={{ onAction: () => { setTyped(""); set("query", ""); } }}
      sortOptions={sorts} sortSelected={[`${search.get("sort") ?? "newest"} asc`]} onSort={([value]) => set("sort", value?.split(" ")[0] ?? "")} mode={mode} setMode={setMode}
    />
  );
}
