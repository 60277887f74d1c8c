import { bulkRoutes } from "./bulk/resultRoutes.ts";
import { uploadRoutes } from "./catalogue/uploadRoutes.ts";
import { clockRoutes } from "./control/clockRoute.ts";
import { faultRoutes } from "./control/faultRoute.ts";
import { logRoutes } from "./control/logRoute.ts";
import { stateRoutes } from "./control/stateRoute.ts";
import { customerAccountRoutes } from "./customerAccount/endpoint.ts";
import { extensionRoutes } from "./extensions/routes.ts";
import { faceRoutes } from "./faces/routes.ts";
import { adminRoutes } from "./kernel/admin.ts";
import type { Route } from "./kernel/server.ts";
import { appProxyRoutes } from "./oauth/appProxy.ts";
import { oauthRoutes } from "./oauth/routes.ts";

/** The router's table: each area exports its own routes and is added here. */
export const allRoutes: readonly Route[] = [
  ...adminRoutes, ...oauthRoutes, ...customerAccountRoutes, ...clockRoutes, ...faultRoutes, ...logRoutes, ...stateRoutes, ...faceRoutes, ...appProxyRoutes,
  ...uploadRoutes, ...bulkRoutes, ...extensionRoutes,
];
