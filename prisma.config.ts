import { defineConfig } from "prisma/config";

// `prisma generate` needs no engine, but looks for one; any program will do, and nothing is fetched.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
