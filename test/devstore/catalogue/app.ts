import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { gid, idOf, tailOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { appNumber } from "./namespace.ts";

/** The calling app on this shop: one installation per app, its number made of both. */
export type InstallationRecord = { __typename: "AppInstallation"; id: string; clientId: string };

const installationOf = (ctx: Ctx): InstallationRecord => ({
  __typename: "AppInstallation", id: gid("AppInstallation", appNumber(`${ctx.token.clientId} ${ctx.shop.domain}`)), clientId: ctx.token.clientId,
});

/** Every scope that the published schema names. */
function allScopes(ctx: Ctx): string[] {
  return [...new Set([...ctx.access.values()].flatMap((rule) => rule.scopes))].sort();
}

const scopeOf = (handle: string): object => ({ __typename: "AccessScope", handle, description: handle.replace("_", " ").replaceAll("_", " ") });

const scopesOf = (ctx: Ctx): object[] => (ctx.token.scopes === "all" ? allScopes(ctx) : ctx.token.scopes).map(scopeOf);

const adminUrl = (ctx: Ctx): string => `https://admin.shopify.com/store/${ctx.shop.domain.replace(/\.myshopify\.com$/, "")}/apps/${ctx.token.clientId}`;

type Trigger = { handle?: string | null; payload?: unknown; body?: string | null };

const LARGEST_PAYLOAD = 50_000;
const KEPT_TRIGGERS = 500;

export const appFields: FieldMap = {
  Query: {
    currentAppInstallation: (_args: object, ctx: Ctx) => installationOf(ctx),
    appInstallation: (args: { id?: string | null }, ctx: Ctx) => (args.id == null || idOf(args.id, "AppInstallation") === installationOf(ctx).id ? installationOf(ctx) : null),
    app: (args: { id?: string | null }, ctx: Ctx) => (args.id == null || tailOf(args.id) === String(appNumber(ctx.token.clientId)) ? { __typename: "App" } : null),
  },
  Mutation: { flowTriggerReceive: (args: Trigger, ctx: Ctx) => triggered(ctx, args) },
  AppInstallation: {
    app: () => ({ __typename: "App" }),
    accessScopes: (_i: InstallationRecord, _args: object, ctx: Ctx) => scopesOf(ctx),
    launchUrl: (_i: InstallationRecord, _args: object, ctx: Ctx) => adminUrl(ctx),
    uninstallUrl: () => null,
    activeSubscriptions: () => [],
  },
  App: {
    id: (_a: object, _args: object, ctx: Ctx) => gid("App", appNumber(ctx.token.clientId)),
    apiKey: (_a: object, _args: object, ctx: Ctx) => ctx.token.clientId,
    handle: (_a: object, _args: object, ctx: Ctx) => ctx.token.clientId,
    title: (_a: object, _args: object, ctx: Ctx) => ctx.token.clientId,
    installation: (_a: object, _args: object, ctx: Ctx) => installationOf(ctx),
    embedded: () => true,
    published: () => false,
    shopifyDeveloped: () => false,
    developerType: () => "PARTNER",
    publicCategory: () => "CUSTOM",
    requestedAccessScopes: (_a: object, _args: object, ctx: Ctx) => scopesOf(ctx),
    optionalAccessScopes: () => [],
    webhookApiVersion: (_a: object, _args: object, ctx: Ctx) => ctx.apiVersion,
  },
};

/** Keeps what was sent to Shopify Flow. The payload is `{ "Field": value }`, or the older `body` with trigger_id and properties. */
function triggered(ctx: Ctx, args: Trigger): object {
  const legacy = args.body == null ? null : readBody(args.body);
  const handle = args.handle ?? legacy?.handle;
  const payload = args.payload ?? legacy?.payload;
  if (!handle) return refuse(["handle"], "Either `handle` or `body` must be provided");
  if (payload == null || typeof payload !== "object") return refuse(["payload"], "Payload must be a JSON object");
  if (Buffer.byteLength(JSON.stringify(payload)) > LARGEST_PAYLOAD) return refuse(["payload"], `Payload size exceeds the limit of ${LARGEST_PAYLOAD} bytes`);
  ctx.shop.flowTriggers.push({ at: ctx.now(), clientId: ctx.token.clientId, handle, payload });
  if (ctx.shop.flowTriggers.length > KEPT_TRIGGERS) ctx.shop.flowTriggers.shift();
  return {};
}

function readBody(body: string): { handle: string | undefined; payload: unknown } {
  try {
    const read = JSON.parse(body) as { trigger_id?: string; trigger_title?: string; properties?: unknown };
    return { handle: read.trigger_id ?? read.trigger_title, payload: read.properties };
  } catch {
    return refuse(["body"], "Errors validating schema: body is not valid JSON");
  }
}

export const appNodes: NodeMap = {
  AppInstallation: (ctx, id) => (installationOf(ctx).id === id ? installationOf(ctx) : null),
  App: (ctx, id) => (tailOf(id) === String(appNumber(ctx.token.clientId)) ? { __typename: "App" } : null),
};
