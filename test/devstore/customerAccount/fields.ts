import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { isData, items, type Data } from "../webhooks/payloads/rest.ts";
import { of, type CustomerCtx, type Thing } from "./ask.ts";

/** How one field of the API is answered: from its source, its arguments and whose call it is. */
export type CustomerField = (source: Thing, args: never, ctx: CustomerCtx) => unknown;
export type CustomerFields = Record<string, Record<string, CustomerField>>;

export const PAGE = "first: 250";

/** Money as a customer sees it: in the currency of the order (the presentment side). */
export const presentment = (bag: unknown): unknown => (isData(bag) ? bag.presentmentMoney : null);
export const MONEY_OF = "{ presentmentMoney { __typename amount currencyCode } }";

/** Fields whose Admin counterpart has the same value, maybe under another name or inside money. */
export function same(root: string, ...names: readonly string[]): Record<string, CustomerField> {
  return Object.fromEntries(names.map((name) => [name, (source: Thing, _args: never, ctx: CustomerCtx) => of(ctx, root, source.id, name)]));
}

/** A field that is read by one Admin selection and then shaped. */
export const read = (root: string, selection: string, shape: (value: unknown, ctx: CustomerCtx) => unknown = (v) => v): CustomerField =>
  (source, _args, ctx) => shape(of(ctx, root, source.id, selection), ctx);

/** Money in the order's currency. */
export const money = (root: string, name: string): CustomerField => read(root, `${name} ${MONEY_OF}`, presentment);

/** A page of things found by one Admin selection that lists their ids. */
export const page = (root: string, selection: string, typename: string): CustomerField =>
  (source, args: ConnectionArgs, ctx) => connection(things(of(ctx, root, source.id, selection), typename), args);

/** The ids of an Admin list or connection as things of this API. */
export function things(value: unknown, typename: string): Thing[] {
  return items({ value }, "value").map((node) => ({ __typename: typename, id: String(node.id) }));
}

/** The one record of a list of objects with its own type name. */
export const typed = (typename: string) => (value: unknown): unknown => (isData(value) ? { ...value, __typename: typename } : null);
export const listed = (typename: string) => (value: unknown): Data[] => items({ value }, "value").map((item) => ({ ...item, __typename: typename }));
