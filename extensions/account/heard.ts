/** What a component holds when it says that it changed. The types name the event's element as any target. */
type Changed = { readonly value?: string; readonly values?: readonly string[]; readonly checked?: boolean; readonly files?: readonly File[] };

const elementOf = (event: Event): Changed => event.currentTarget as unknown as Changed;

export const valueIn = (event: Event): string => elementOf(event).value ?? "";
export const firstIn = (event: Event): string => elementOf(event).values?.[0] ?? "";
export const isTicked = (event: Event): boolean => elementOf(event).checked === true;
export const filesIn = (event: Event): readonly File[] => elementOf(event).files ?? [];
