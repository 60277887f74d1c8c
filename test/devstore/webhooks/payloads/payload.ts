import type { Shop } from "../../shop.ts";
import type { Data } from "./rest.ts";

/** What a payload is made of besides the answer to its query. */
export type Subject = { readonly shop: Shop; readonly topic: string; readonly id: string; readonly at: string; readonly detail: Data };

/**
 * How the payload of a topic is made: one Admin query about the subject (`$id`), and its answer in REST's form.
 * `query` is null where the happening itself says everything.
 */
export type PayloadMaker = { readonly query: string | null; readonly make: (answer: Data, subject: Subject) => Data };

export type PayloadMakers = Readonly<Record<string, PayloadMaker>>;

export const MONEY = "shopMoney { amount currencyCode } presentmentMoney { amount currencyCode }";
