import { english } from "../../policy/words.en.ts";
import { ListFilters } from "./ListFilters.tsx";
import { grantable } from "./remedyChoice.ts";
import { viewNames } from "./rmaSearch.ts";
import { words } from "./words.en.ts";

const w = words.rmas;
const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** Search, filters, sorting and views of the queue. */
export const RmaFilters = ({ isLoading }: { isLoading: boolean }) => (
  <ListFilters kept="recourse views" placeholder={w.search} isLoading={isLoading} views={viewNames.map((value) => ({ value, label: w.views[value] }))} sorts={choicesOf(w.sorts)} filters={[
    { name: "state", label: w.state, options: choicesOf(w.states), allowMultiple: true },
    { name: "remedy", label: w.remedy, options: grantable.map((value) => ({ value, label: english.remedies[value] })), allowMultiple: true },
    { name: "due", label: w.dueFilter, options: choicesOf(w.dueChoices), allowMultiple: false },
  ]} />
);
