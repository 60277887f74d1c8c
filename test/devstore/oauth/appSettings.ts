import type { AppDeclaration } from "../webhooks/appToml.ts";
import type { RefreshReuse } from "./accessToken.ts";

/** The one app of a dev store: what shopify.app.toml declares, and what Shopify and the app share besides. */
export type AppSettings = {
  readonly declaration: AppDeclaration;
  readonly clientId: string;
  /** Signs session tokens and webhooks; the app knows it as its API secret. */
  readonly secret: string;
  /** Where the app answers on this machine: "http://127.0.0.1:3000". */
  appUrl: string;
  refreshReuse: RefreshReuse;
};

/** The secret of a local app. It protects nothing: the store listens on loopback only. */
export const LOCAL_SECRET = "recourse-local-secret";

/** Settings from a declaration; each may be given another value (by environment or command line). */
export function appSettings(declaration: AppDeclaration, given: Partial<Omit<AppSettings, "declaration">> = {}): AppSettings {
  return {
    declaration,
    clientId: given.clientId ?? declaration.clientId,
    secret: given.secret ?? LOCAL_SECRET,
    appUrl: given.appUrl ?? declaration.applicationUrl,
    refreshReuse: given.refreshReuse ?? "once",
  };
}
