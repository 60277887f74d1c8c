import type { Start } from "../extensions/protocol.ts";
import { makeI18n } from "./i18n.ts";
import { ask } from "./link.ts";
import { withoutModel } from "./notModelled.ts";

type Named = Readonly<Record<string, unknown>>;

const NOT_MODELLED = ["intents", "picker", "resourcePicker"];

/** `shopify` of an admin extension: a block, an action or a print action. */
export function adminApi(start: Start, navigation: object): object {
  const { target, context } = start;
  const api = {
    extension: { target }, i18n: makeI18n(start), data: { selected: context.selected ?? [] },
    auth: { idToken: () => ask("token") },
    storage: storage(),
    query: (query: string, options: { variables?: unknown; version?: string } = {}) => graphql(query, options, start.apiVersion),
    ...(target.endsWith(".block.render") ? { navigation } : { close: () => void ask("close") }),
  };
  return withoutModel(api, NOT_MODELLED);
}

async function graphql(query: string, options: { variables?: unknown; version?: string }, version: string): Promise<unknown> {
  const { body } = await ask<{ body: string }>("direct", "admin", `api/${options.version ?? version}/graphql.json`, JSON.stringify({ query, variables: options.variables ?? {} }));
  return JSON.parse(body) as unknown;
}

/** The admin's storage: a map with its many-at-once calls. */
function storage(): object {
  const read = (key: string) => ask("storage", "read", key);
  const get = async (key: string) => (await read(key)) ?? undefined;
  const set = (key: string, value: unknown) => ask("storage", "write", key, value);
  const remove = (key: string) => ask<boolean>("storage", "delete", key);
  return {
    get, set, delete: remove, clear: () => ask("storage", "clear"),
    getMany: (keys: string[]) => Promise.all(keys.map(get)),
    setMany: async (entries: Named) => { await Promise.all(Object.entries(entries).map(([key, value]) => set(key, value))); },
    deleteMany: async (keys: string[]) => Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await remove(key)]))) as Named,
    entries: async () => Object.entries(await ask<Named>("storage", "all"))[Symbol.iterator](),
  };
}
