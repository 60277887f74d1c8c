import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "toml";
import { z } from "zod";
import type { World } from "../kernel/world.ts";

const capabilities = z.object({ api_access: z.boolean().default(false), network_access: z.boolean().default(false), block_progress: z.boolean().default(false) }).prefault({});
const targeting = z.object({ target: z.string(), module: z.string() });
const extension = z.object({
  type: z.string(), handle: z.string(), name: z.string().default(""), targeting: z.array(targeting).default([]), capabilities,
  settings: z.object({ fields: z.array(z.object({ key: z.string(), type: z.string() })).default([]) }).prefault({}),
});
const toml = z.object({ api_version: z.string().default("2026-07"), extensions: z.array(extension).default([]) });

/** One UI extension as its shopify.extension.toml declares it. `modules` by target are whole paths. */
export type Declared = {
  readonly handle: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly folder: string;
  readonly modules: ReadonlyMap<string, string>;
  readonly apiAccess: boolean;
  readonly networkAccess: boolean;
  /** Texts by language, and the one whose file is called *.default.json. */
  readonly locales: Readonly<Record<string, unknown>>;
  readonly defaultLocale: string;
};

/** All UI extensions below a folder, by handle; none when there is no such folder. Throws when a declaration is not right. */
export function declaredIn(folder: string): readonly Declared[] {
  if (!existsSync(folder)) return [];
  const made = readdirSync(folder).toSorted().filter((name) => existsSync(join(folder, name, "shopify.extension.toml"))).flatMap((name) => declarations(resolve(folder, name)));
  const twice = made.find((d, i) => made.findIndex((e) => e.handle === d.handle) !== i);
  if (twice) throw new Error(`two extensions have the handle ${twice.handle}`);
  return made;
}

function declarations(folder: string): Declared[] {
  const file = join(folder, "shopify.extension.toml");
  const read = toml.safeParse(parse(readFileSync(file, "utf8")));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const texts = localesIn(join(folder, "locales"));
  return read.data.extensions.filter((e) => e.type === "ui_extension").map((e) => ({
    handle: e.handle, name: translated(e.name, texts) || e.handle, apiVersion: read.data.api_version, folder,
    modules: new Map(e.targeting.map((t) => [t.target, join(folder, t.module)])),
    apiAccess: e.capabilities.api_access, networkAccess: e.capabilities.network_access, ...texts,
  }));
}

type Texts = Pick<Declared, "locales" | "defaultLocale">;

function localesIn(folder: string): Texts {
  if (!existsSync(folder)) return { locales: {}, defaultLocale: "en" };
  const files = readdirSync(folder).filter((f) => f.endsWith(".json"));
  const languageOf = (file: string): string => file.replace(/(\.default)?\.json$/, "");
  const locales = Object.fromEntries(files.map((file) => [languageOf(file), JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown]));
  return { locales, defaultLocale: languageOf(files.find((f) => f.endsWith(".default.json")) ?? "en.json") };
}

/** A name such as "t:name" stands in the locale files (Shopify, "Localize your extension"). */
function translated(name: string, { locales, defaultLocale }: Texts): string {
  if (!name.startsWith("t:")) return name;
  const found = name.slice(2).split(".").reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined), locales[defaultLocale]);
  return typeof found === "string" ? found : name;
}

const folders = new WeakMap<World, string>();
const known = new Map<string, readonly Declared[]>();

/** Takes a world's extensions from another folder than the repository's own. */
export function extensionsFrom(world: World, folder: string): void {
  folders.set(world, resolve(folder));
}

/** The extensions of the app around a world; read once for each folder. */
export function extensionsOf(world: World): readonly Declared[] {
  const folder = folders.get(world) ?? resolve("extensions");
  const found = known.get(folder) ?? declaredIn(folder);
  known.set(folder, found);
  return found;
}
