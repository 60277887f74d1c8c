import type { App } from "./app.server.ts";

declare module "@remix-run/server-runtime" {
  /** What every loader and action gets: the app, opened once by the process. */
  interface AppLoadContext {
    app: App;
    /** Names the request in the log; a person who reports trouble names it too. */
    requestId?: string;
  }
}
export {};
