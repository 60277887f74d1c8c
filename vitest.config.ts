import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"], testTimeout: 90_000, hookTimeout: 180_000, pool: "forks", maxWorkers: 2, expect: { poll: { timeout: 20_000 } },
    // Processes that tests start compile what they import once for all of them.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled") },
  },
});
