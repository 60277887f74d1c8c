/** The app's routes by their files, so that a new one is tried without a word here. */
import { readdirSync, readFileSync } from "node:fs";

export type RouteFile = Readonly<{ file: string; path: (ids: Readonly<Record<string, string>>) => string; params: readonly string[]; loads: boolean; acts: boolean }>;

/** Remix's flat routes: dots are slashes, `_index` is the folder itself, a trailing underscore leaves a layout. */
function pathOf(name: string, ids: Readonly<Record<string, string>>): string {
  const parts = name.split(".").filter((part) => part !== "_index").map((part) => part.replace(/_$/, ""));
  return `/${parts.map((part) => (part === "$" ? "any" : part.startsWith("$") ? (ids[part.slice(1)] ?? "none") : part)).join("/")}`;
}

export const routeFiles: readonly RouteFile[] = readdirSync("app/routes").filter((file) => /\.tsx?$/.test(file)).sort().map((file) => {
  const name = file.replace(/\.tsx?$/, ""), source = readFileSync(`app/routes/${file}`, "utf8");
  const exports = (what: string): boolean => new RegExp(`export (async )?(function|const) ${what}\\b|export \\{[^}]*\\b${what}\\b`).test(source);
  return { file, path: (ids) => pathOf(name, ids), params: [...name.matchAll(/\$(\w+)/g)].flatMap(([, param]) => param ?? []), loads: exports("loader"), acts: exports("action") };
});
