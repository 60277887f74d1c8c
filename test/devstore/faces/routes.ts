import { isSurrounded, outsideOf } from "../control/outside.ts";
import type { Asked, Route } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import { adminRead } from "../webhooks/adminRead.ts";
import { accountGet, accountPost } from "./accountRoutes.ts";
import { adminGet, adminPost } from "./adminRoutes.ts";
import { notFound, page } from "./answers.ts";
import { browserScript, styleSheet } from "./browserScript.ts";
import { appHandle, type FaceApp } from "./faceApp.ts";
import { shopIndex } from "./shopIndex.ts";
import { extensionsOf } from "../extensions/declared.ts";
import type { View } from "./view.ts";

/** The app that surrounds the world; null when nothing does. */
export function faceApp(world: World): FaceApp | null {
  if (!isSurrounded(world)) return null;
  const { app } = outsideOf(world);
  const { name, scopes } = app.declaration;
  return { name, handle: appHandle(name), clientId: app.clientId, secret: app.secret, url: app.appUrl, scopes };
}

/** What pages are drawn from; null when the address names no shop. */
function viewOf(asked: Asked, world: World): View | null {
  const shop = world.shops.get(`${decodeURIComponent(asked.match[1] ?? "")}.myshopify.com`);
  if (!shop) return null;
  const gaps: string[] = [];
  const read = <T>(query: string, variables: Record<string, unknown> = {}): T => {
    const answer = adminRead(world, shop, query, variables);
    gaps.push(...answer.gaps);
    return answer.data as T;
  };
  return { shop, shops: [...world.shops.values()], app: faceApp(world), url: asked.url, read, gaps, extensions: extensionsOf(world), locale: localeOf(asked) };
}

const LOCALE = "devstore_locale";

/** The language that `?locale=` chose, now or before; English otherwise. */
function localeOf(asked: Asked): string {
  const chosen = asked.url.searchParams.get("locale") ?? new RegExp(`(?:^|;\\s*)${LOCALE}=([\\w-]+)`).exec(asked.headers.cookie ?? "")?.[1] ?? "en";
  return /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(chosen) ? chosen : "en";
}

/** Keeps the language that was chosen for the pages after this one. */
async function keepingLocale(asked: Asked, answer: Promise<Answer> | Answer): Promise<Answer> {
  const given = await answer;
  if (!asked.url.searchParams.has("locale") || given.headers?.["set-cookie"]) return given;
  return { ...given, headers: { ...given.headers, "set-cookie": `${LOCALE}=${localeOf(asked)}; Path=/; SameSite=Lax` } };
}

type Handler = (asked: Asked, world: World, view: View, rest: string) => Answer | Promise<Answer>;

/** Finds the shop and turns away posts that another site's page sent. */
function within(handler: Handler): Route["handle"] {
  return (asked, world) => {
    const view = viewOf(asked, world);
    if (!view) return notFound("No such shop");
    const origin = asked.headers.origin;
    if (asked.method === "POST" && origin !== undefined && origin !== asked.url.origin) return { status: 403, body: "Posts come from this page only" };
    return keepingLocale(asked, handler(asked, world, view, asked.match[2] ?? ""));
  };
}

function asset(asked: Asked): Answer {
  const name = asked.match[1] ?? "";
  const script = browserScript(name);
  const found = script ?? styleSheet(name);
  if (found === null) return notFound("No such file");
  return { status: 200, body: found, headers: { "content-type": script === null ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", "cache-control": "no-cache", "access-control-allow-origin": "*" } };
}

/** The pages: the list of shops, the admin, customer accounts, their styles and scripts, and App Bridge. */
export const faceRoutes: Route[] = [
  { method: "GET", path: /^\/$/, handle: (_asked, world) => page(shopIndex([...world.shops.values()]), faceApp(world)) },
  { method: "GET", path: /^\/(app-bridge\.js)$/, handle: asset },
  { method: "GET", path: /^\/faces\/([\w.-]+)$/, handle: asset },
  { method: "GET", path: /^\/store\/([^/]+)(\/.*)?$/, handle: within(adminGet) },
  { method: "POST", path: /^\/store\/([^/]+)(\/.*)?$/, handle: within(adminPost) },
  { method: "GET", path: /^\/account\/([^/]+)(\/.*)?$/, handle: within(accountGet) },
  { method: "POST", path: /^\/account\/([^/]+)(\/.*)?$/, handle: within(accountPost) },
];
