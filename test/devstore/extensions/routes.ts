import { outsideOf } from "../control/outside.ts";
import type { Asked, Route } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import { hostScript, targetBundle, workerScript } from "./bundle.ts";
import { extensionsOf, type Declared } from "./declared.ts";

const HEADERS = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache", "x-content-type-options": "nosniff" };

const notFound: Answer = { status: 404, body: "No such extension" };

const appUrl = (world: World): string => outsideOf(world).app.appUrl;

const declaredAs = (world: World, handle: string): Declared | undefined => extensionsOf(world).find((d) => d.handle === handle);

/** Extensions of the admin and POS may always ask the app; those of accounts with `network_access` only (Shopify, "Capabilities"). */
export const mayAskApp = (declared: Declared, target: string): boolean => !target.startsWith("customer-account.") || declared.networkAccess;

/**
 * What a worker may load and ask: scripts below /extensions, and the app and the places for uploads where it may. Shopify
 * lets an extension with network access ask any server; here the app alone, so that another one is noticed.
 */
function workerPolicy(asked: Asked, world: World, declared: Declared, target: string): string {
  const { origin } = asked.url;
  const uploads = [`${origin}/__uploads/`, ...[...world.shops.keys()].map((domain) => `${origin}/${domain}/__uploads/`)];
  const connect = mayAskApp(declared, target) ? [new URL(appUrl(world)).origin, ...uploads] : ["'none'"];
  return `default-src 'none'; script-src ${origin}/extensions/; connect-src ${connect.join(" ")}`;
}

async function workerStart(asked: Asked, world: World): Promise<Answer> {
  const declared = declaredAs(world, asked.match[1] ?? ""), target = asked.match[2] ?? "";
  if (!declared?.modules.has(target)) return notFound;
  return { status: 200, headers: { ...HEADERS, "content-security-policy": workerPolicy(asked, world, declared, target) }, body: await workerScript() };
}

async function module(asked: Asked, world: World): Promise<Answer> {
  const declared = declaredAs(world, asked.match[1] ?? ""), target = asked.match[2] ?? "";
  if (!declared?.modules.has(target)) return notFound;
  try {
    return { status: 200, headers: HEADERS, body: await targetBundle(declared, target, appUrl(world)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { status: 200, headers: HEADERS, body: `throw new Error(${JSON.stringify(said)});` };
  }
}

/** The host's script, and for each extension and target the worker with its policy and the module that it runs. */
export const extensionRoutes: Route[] = [
  { method: "GET", path: /^\/extensions\/host\.js$/, handle: async () => ({ status: 200, headers: HEADERS, body: await hostScript() }) },
  { method: "GET", path: /^\/extensions\/([\w-]+)\/([\w.-]+)\/worker\.js$/, handle: workerStart },
  { method: "GET", path: /^\/extensions\/([\w-]+)\/([\w.-]+)\/module\.js$/, handle: module },
];
