import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/** The scripts of the pages and their parts, each after what it imports. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  "app-bridge.js": ["bridge/link", "bridge/config", "bridge/token", "bridge/navigation", "bridge/fetch", "bridge/bars", "bridge/saveBar", "bridge/modal", "bridge/shopify"],
  "host.js": ["host/frame", "host/bars", "host/outside", "host/toasts", "host/saveBar", "host/picker", "host/host"],
  "page.js": ["page"],
};

const made = new Map<string, string>();

/**
 * A browser script in one piece: its parts without types, imports and exports, in one function. App Bridge must be a
 * plain script that has run before the app's own, so it cannot be a module. Null when there is no such script.
 */
export function browserScript(name: string): string | null {
  const parts = SCRIPTS[name];
  if (!parts) return null;
  const script = made.get(name) ?? `(() => {\n"use strict";\n${parts.map(part).join("\n")}\n})();\n`;
  made.set(name, script);
  return script;
}

function part(name: string): string {
  const source = readFileSync(new URL(`./assets/${name}.ts`, import.meta.url), "utf8");
  return stripTypeScriptTypes(source).replace(/^import\b[^;]*;$/gm, "").replace(/^export (?=(?:async |function|class|const|let))/gm, "").trim();
}

/** A style sheet by its file name; null when there is none. */
export function styleSheet(name: string): string | null {
  return /^(base|admin|account|extensions|pos)\.css$/.test(name) ? readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8") : null;
}
