/** Why a product was not registered, as staff read it: the reason, the clauses, and who has the serial number. */
import type { RegisterResult } from "../flows/registerProduct.ts";
import { dayInWords, say, words } from "./words.en.ts";

type Issue = Readonly<{ path: string; message: string }>;
const w = words.registrations, fields: Readonly<Record<string, string>> = { serial: w.serial, on: w.day };

export function registerIssues(result: Exclude<RegisterResult, { registration: unknown }>): readonly Issue[] {
  if ("notFound" in result) return [{ path: w.order, message: words.common.notFound }];
  const { holder } = result;
  return [
    ...result.refused.map(({ field, message }) => ({ path: fields[field] ?? w.product, message })),
    ...(holder ? [{ path: w.serial, message: say(w.holder, { product: holder.product, order: holder.orderName ?? w.noOrder, day: dayInWords(holder.registeredOn) }) }] : []),
    ...result.clauses.map(({ id, says }) => ({ path: id, message: says })),
  ];
}
