import type { ShownRma } from "../flows/showRma.ts";
import { dayInWords, say, timeInWords, words } from "./words.en.ts";

/** Where goods may still be on the customer's side. */
const isAwaited: ReadonlySet<string> = new Set(["approved", "under_way"]);

/** When it was opened and by whom, and what is due. */
export const rmaSubtitle = ({ state, openedAt, openedBy, dueAt, dueFor, shipBackBy, zone }: ShownRma): string => [
  say(words.rma.openedBy, { at: timeInWords(openedAt, zone), by: openedBy }),
  dueAt ? say(words.rma.dueFor, { at: timeInWords(dueAt, zone), what: dueFor ?? "" }) : "",
  shipBackBy && isAwaited.has(state) ? say(words.rma.shipBackBy, { day: dayInWords(shipBackBy) }) : "",
].filter(Boolean).join(" · ");
