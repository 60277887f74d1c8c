import type { ShownRma } from "../flows/showRma.ts";
import { dayInWords, say, timeInWords, words } from "./words.en.ts";

/** When it was opened and by whom, and what is due. */
export const rmaSubtitle = ({ openedAt, openedBy, dueAt, dueFor, shipBackBy, zone }: ShownRma): string => [
  say(words.rma.openedBy, { at: timeInWords(openedAt, zone), by: openedBy }),
  dueAt ? say(words.rma.dueFor, { at: timeInWords(dueAt, zone), what: dueFor ?? "" }) : "",
  shipBackBy ? say(words.rma.shipBackBy, { day: dayInWords(shipBackBy) }) : "",
].filter(Boolean).join(" · ");
