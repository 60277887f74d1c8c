/** The environment as a schema: a variable that is missing or wrong stops the start with its name. */
import { z } from "zod";
import { localTokenKeys, readTokenKeys, type TokenKeys } from "./tokenSeal.server.ts";

const port = z.coerce.number().int().min(1).max(65_535);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const tokenKeys = z.string().transform((text, context): TokenKeys => {
  try {
    return readTokenKeys(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, message: "is not a postgresql:// address" }).optional(),
  DATA_FOLDER: z.string().min(1).default(".data"),
  SHOPIFY_APP_URL: z.url().default("http://127.0.0.1:3000"),
  SHOPIFY_API_KEY: z.string().min(1).optional(),
  SHOPIFY_API_SECRET: z.string().min(1).optional(),
  DEVSTORE_URL: z.url().optional(),
  /** What tokens are sealed with in the database; the first seals, the others still open. */
  TOKEN_KEYS: tokenKeys.default(localTokenKeys),
  RUN_JOBS: flag.default(true),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).optional(),
  /** Opens /metrics; without it there is none. */
  METRICS_TOKEN: z.string().min(16).optional(),
});

const keys = ["SHOPIFY_API_KEY", "SHOPIFY_API_SECRET", "TOKEN_KEYS"] as const;

export type Env = z.infer<typeof schema>;

/** Reads the environment; throws one Error that names every variable that is missing or wrong. */
export function readEnv(from: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse(Object.fromEntries(Object.entries(from).filter(([, value]) => value !== "")));
  const wrong = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  const missing = from["DEVSTORE_URL"] ? [] : keys.filter((name) => !from[name]).map((name) => `${name} is needed on a real shop (or DEVSTORE_URL for the local one)`);
  if (result.success && missing.length === 0) return result.data;
  throw new Error([...wrong, ...missing].join("\n"));
}
