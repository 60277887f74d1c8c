import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    remix({
      appDirectory: "app",
      ignoredRouteFiles: ["**/.*"],
      // All routes are known from the start: one that is discovered while the page moves on is taken for one that does not exist.
      future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: false, v3_singleFetch: true, v3_routeConfig: false },
    }),
  ],
  // Polaris and the parts of the library that render share one copy in the server bundle; what the process opens
  // (sessions, tokens, the Admin client) reaches the screens through the load context and is not bundled again.
  ssr: { noExternal: [/^@shopify\/polaris/, /^@shopify\/app-bridge-react/, /^@shopify\/shopify-app-remix/] },
  build: { assetsInlineLimit: 0, sourcemap: false },
});
