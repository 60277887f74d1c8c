import { useEffect, useState } from "react";
import { ChoiceList, IndexFilters, IndexFiltersMode, type IndexFiltersProps, type TabProps } from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";

type Saved = { name: string; search: string };
type Choice = Readonly<{ value: string; label: string }>;
export type ListFilter = Readonly<{ name: string; label: string; options: readonly Choice[]; allowMultiple: boolean }>;

/** Views that this member of staff has saved, kept in the browser. */
function useSavedViews(kept: string): [Saved[], (views: Saved[]) => void] {
  const [saved, setSaved] = useState<Saved[]>([]);
  useEffect(() => {
    const text = localStorage.getItem(kept);
    if (text) setSaved(JSON.parse(text) as Saved[]);
  }, [kept]);
  return [saved, (views) => { setSaved(views); localStorage.setItem(kept, JSON.stringify(views)); }];
}

/** Search, filters, sorting and views of a list; the address holds them all. `kept` names where own views are kept. */
export function ListFilters({ kept, placeholder, views, filters, sorts = [], isLoading }: Readonly<{ kept: string; placeholder: string; views: readonly Choice[]; filters: readonly ListFilter[]; sorts?: readonly Choice[]; isLoading: boolean }>) {
  const [search, setSearch] = useSearchParams(), [saved, setSaved] = useSavedViews(kept);
  const [mode, setMode] = useState<IndexFiltersMode>(IndexFiltersMode.Default);
  const [typed, setTyped] = useState(search.get("query") ?? "");
  const set = (name: string, value: string): void => setSearch((before) => { const next = withoutPage(before); if (value) next.set(name, value); else next.delete(name); return next; }, { preventScrollReset: true });
  useEffect(() => {
    const asked = search.get("query") ?? "";
    const wait = typed === asked ? undefined : setTimeout(() => set("query", typed), 400);
    return () => clearTimeout(wait);
  });
  const chosen = (name: string): string[] => (search.get(name) ?? "").split(",").filter(Boolean);
  const here = (): string => withoutPage(search).toString(), own = saved.findIndex((view) => view.search === here());
  const tabs: TabProps[] = [
    ...views.map(({ value, label }): TabProps => ({ id: `view ${value}`, content: label, isLocked: true, onAction: () => { setTyped(""); setSearch(value === "all" ? {} : { view: value }); } })),
    ...saved.map((view, i): TabProps => ({ id: `own ${i}`, content: view.name, onAction: () => { setTyped(new URLSearchParams(view.search).get("query") ?? ""); setSearch(view.search); }, actions: [{ type: "delete", onPrimaryAction: async () => { setSaved(saved.filter((one) => one !== view)); return true; } }] })),
  ];
  const fields = filters.map(({ name, label, options, allowMultiple }) => ({
    key: name, label, shortcut: true, filter: <ChoiceList title={label} titleHidden allowMultiple={allowMultiple} choices={[...options]} selected={chosen(name)} onChange={(next) => set(name, next.join(","))} />,
  }));
  const applied = filters.filter(({ name }) => search.get(name)).map(({ name, label, options }) => ({ key: name, label: `${label}: ${chosen(name).map((value) => options.find((option) => option.value === value)?.label ?? value).join(", ")}`, onRemove: () => set(name, "") }));
  const sortOptions: NonNullable<IndexFiltersProps["sortOptions"]> = sorts.map(({ value, label }) => ({ label, value: `${value} asc`, directionLabel: label }));
  const clear = (): void => { setTyped(""); set("query", ""); };
  return (
    <IndexFilters
      queryValue={typed} queryPlaceholder={placeholder} onQueryChange={setTyped} onQueryClear={clear} loading={isLoading}
      tabs={tabs} selected={own >= 0 ? views.length + own : Math.max(0, views.findIndex(({ value }) => value === (search.get("view") ?? "all")))} onSelect={() => {}} canCreateNewView onCreateNewView={async (name) => { setSaved([...saved, { name, search: here() }]); return true; }}
      filters={fields} appliedFilters={applied} onClearAll={() => { setTyped(""); setSearch(search.get("view") ? { view: search.get("view") ?? "" } : {}); }} cancelAction={{ onAction: clear }}
      {...(sortOptions.length ? { sortOptions, sortSelected: [`${search.get("sort") ?? sorts[0]?.value ?? ""} asc`], onSort: ([value]: string[]) => set("sort", value?.split(" ")[0] ?? "") } : {})} mode={mode} setMode={setMode}
    />
  );
}

/** A filter changed: the list begins again at its first page. */
function withoutPage(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const gone of ["after", "before"]) next.delete(gone);
  return next;
}
