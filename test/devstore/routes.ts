import { adminRoutes } from "./kernel/admin.ts";
import type { Route } from "./kernel/server.ts";

/** The router's table: each area exports its own routes and is added here. */
export const allRoutes: readonly Route[] = [...adminRoutes];
