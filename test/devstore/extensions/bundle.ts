import { fileURLToPath } from "node:url";
import type { Declared } from "./declared.ts";

const made = new Map<string, Promise<string>>();

/** Bundles one file for the browser, once. Rejects with esbuild's words when it cannot. */
function bundled(entry: string, appUrl: string | null): Promise<string> {
  const key = `${appUrl ?? ""} ${entry}`;
  const started = made.get(key) ?? build(entry, appUrl);
  made.set(key, started);
  return started;
}

/** As Shopify's CLI bundles an extension: one module, JSX by Preact, minified, the app's address as APP_URL. esbuild is loaded when it is first needed. */
async function build(entry: string, appUrl: string | null): Promise<string> {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry], bundle: true, write: false, format: "esm", platform: "browser", target: "es2022", minify: appUrl !== null, jsx: "automatic", jsxImportSource: "preact",
    logLevel: "silent", legalComments: "none", define: { "process.env.NODE_ENV": '"production"', "process.env.APP_URL": JSON.stringify(appUrl), "process.env.SHOPIFY_APP_URL": JSON.stringify(appUrl) },
  });
  return outputFiles[0]?.text ?? "";
}

/** One target's module as it is sent to its worker. Rejects where the extension has no such target. */
export async function targetBundle(declared: Declared, target: string, appUrl: string): Promise<string> {
  const module = declared.modules.get(target);
  if (module === undefined) throw new Error(`${declared.handle} has no target ${target}`);
  return bundled(module, appUrl);
}

const asset = (name: string): string => fileURLToPath(new URL(`../faces/assets/${name}`, import.meta.url));

/** The page's side: draws what workers say. */
export const hostScript = (): Promise<string> => bundled(asset("extensions/host.ts"), null);

/** The worker's side: a DOM without a page, and the `shopify` global. */
export const workerScript = (): Promise<string> => bundled(asset("worker/worker.ts"), null);

/** Bundles everything beforehand, so that the first page need not wait. */
export async function bundleAll(declared: readonly Declared[], appUrl: string): Promise<void> {
  await Promise.all([hostScript(), workerScript(), ...declared.flatMap((d) => [...d.modules.keys()].map((target) => targetBundle(d, target, appUrl)))]);
}
