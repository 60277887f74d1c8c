import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** What changes the process it runs in (how the library is loaded, fetch, the database drivers) or serves the built screens, which hold one app. Each file has a process of its own. */
const ALONE = ["test/{api,browser,security}/**/*.test.ts", "test/faults/**/*.test.ts", "test/fuzz/**/*.test.ts", "test/devstore/{faces,extensions}/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 90_000, hookTimeout: 180_000, pool: "forks", maxWorkers: 2, expect: { poll: { timeout: 20_000 } },
    // Processes that tests start compile what they import once for all of them.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled") },
    projects: [
      { extends: true, test: { name: "alone", include: ALONE } },
      // Files share processes, so that the app, Prisma and PGlite are loaded and compiled twice in all and not for each of them.
      { extends: true, test: { name: "together", include: ["test/**/*.test.ts"], exclude: ALONE, isolate: false } },
    ],
  },
});
