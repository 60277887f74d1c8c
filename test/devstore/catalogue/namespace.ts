import { createHash } from "node:crypto";
import type { Ctx } from "../kernel/context.ts";

/** A number that stands for an app: gids and reserved names are made of it. The same client always has the same. */
export const appNumber = (clientId: string): number => createHash("sha256").update(clientId).digest().readUInt32BE(0);

/** "$app" and "$app:x" stand for the calling app's own namespace, "app--123" and "app--123--x" (documented: ownership). */
export function namespaceFor(ctx: Ctx, namespace: string): string {
  if (namespace === "$app") return `app--${appNumber(ctx.token.clientId)}`;
  return namespace.startsWith("$app:") ? `app--${appNumber(ctx.token.clientId)}--${namespace.slice("$app:".length)}` : namespace;
}
