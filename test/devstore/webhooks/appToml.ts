import { readFileSync } from "node:fs";
import toml from "toml";

/** One declared subscription: one topic, one address. `uri` may be relative to the app's URL. */
export interface DeclaredSubscription {
  topic: string;
  uri: string;
  filter: string | null;
  includeFields: string[] | null;
}

/** What the dev store needs of shopify.app.toml. */
export interface AppDeclaration {
  name: string;
  clientId: string;
  applicationUrl: string;
  scopes: string[];
  apiVersion: string;
  subscriptions: DeclaredSubscription[];
  proxy: { url: string; subpath: string; prefix: string } | null;
}

type Table = Record<string, unknown>;

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function table(parent: Table, key: string): Table {
  const value = parent[key];
  if (!isTable(value)) throw new Error(`shopify.app.toml: [${key}] is missing`);
  return value;
}

function text(parent: Table, key: string): string {
  const value = parent[key];
  if (typeof value !== "string" || value === "") throw new Error(`shopify.app.toml: ${key} must be a text`);
  return value;
}

function texts(parent: Table, key: string): string[] {
  const value = parent[key] ?? [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string")) {
    throw new Error(`shopify.app.toml: ${key} must be a list of texts`);
  }
  return value.map(String);
}

function subscriptionsOf(entry: unknown): DeclaredSubscription[] {
  if (!isTable(entry)) throw new Error("shopify.app.toml: webhooks.subscriptions must be a list of tables");
  const uri = text(entry, "uri");
  const filter = typeof entry.filter === "string" ? entry.filter : null;
  const includeFields = entry.include_fields === undefined ? null : texts(entry, "include_fields");
  return [...texts(entry, "topics"), ...texts(entry, "compliance_topics")].map((topic) => ({ topic, uri, filter, includeFields }));
}

function proxyOf(root: Table): AppDeclaration["proxy"] {
  if (root.app_proxy === undefined) return null;
  const proxy = table(root, "app_proxy");
  return { url: text(proxy, "url"), subpath: text(proxy, "subpath"), prefix: text(proxy, "prefix") };
}

/**
 * Reads the text of a shopify.app.toml. Throws an Error that names the key when something the dev store needs is
 * missing or of the wrong kind. Format: Shopify's "App configuration" reference.
 */
export function parseAppToml(source: string): AppDeclaration {
  const root: unknown = toml.parse(source);
  if (!isTable(root)) throw new Error("shopify.app.toml: not a table");
  const webhooks = table(root, "webhooks");
  const declared = webhooks.subscriptions ?? [];
  if (!Array.isArray(declared)) throw new Error("shopify.app.toml: webhooks.subscriptions must be a list of tables");
  return {
    name: text(root, "name"),
    clientId: text(root, "client_id"),
    applicationUrl: text(root, "application_url"),
    scopes: text(table(root, "access_scopes"), "scopes").split(",").map((scope) => scope.trim()).filter(Boolean),
    apiVersion: text(webhooks, "api_version"),
    subscriptions: declared.flatMap(subscriptionsOf),
    proxy: proxyOf(root),
  };
}

/** Reads the file at `path` (a path or file URL). Throws when it is not there or not as parseAppToml wants it. */
export function readAppToml(path: string | URL): AppDeclaration {
  return parseAppToml(readFileSync(path, "utf8"));
}
