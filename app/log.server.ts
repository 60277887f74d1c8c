/**
 * The log: one JSON object a line, with the ids of the request, the shop and the RMA it is about. It is the one place that
 * writes, and it writes known fields only, with e-mail addresses, tokens and signatures taken out of every text.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

/** What a line may say; what is not here is not written. None of it names a person. */
export type LogFields = Readonly<Partial<{
  request: string; shop: string; rma: string; order: string; action: string; event: string; topic: string; job: string; queue: string;
  route: string; method: string; status: number; ms: number; count: number; from: string; error: unknown;
}>>;

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";
export type Log = Readonly<Record<"debug" | "info" | "warn" | "error", (message: string, fields?: LogFields) => void>> & Readonly<{
  /** Every line written inside carries these fields too. */
  within: <T>(fields: LogFields, work: () => T) => T;
  /** Adds fields to what is under way, where something is. */
  about: (fields: LogFields) => void;
}>;

const texts = ["request", "shop", "rma", "order", "action", "event", "topic", "job", "queue", "route", "method", "from"] as const, numbers = ["status", "ms", "count"] as const;
const LONGEST = 2000;

const secrets: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "(e-mail)"],
  [/\bsh(?:pat|pss|prt|pca|tka|ua)_[\w-]+/g, "(token)"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "(token)"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 (secret)"],
  [/\b(access_token|refresh_token|id_token|client_secret|subject_token|hmac|signature|password|secret|code)(["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, "$1$2(secret)"],
  [/(postgres(?:ql)?:\/\/)[^@\s/]+@/g, "$1(secret)@"],
  [/\+\d[\d ()-]{7,}\d/g, "(phone)"],
];

/** A text without what names a person or opens a door. */
export const scrubbed = (text: string): string => secrets.reduce((left, [what, instead]) => left.replace(what, instead), text.slice(0, LONGEST));

/** Prisma repeats the call with its values before it says what is wrong in the last line. */
const messageOf = (error: Error): string => (error.name.startsWith("Prisma") ? (error.message.trim().split("\n").at(-1) ?? "") : error.message);

function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: scrubbed(typeof error === "string" ? error : "not an Error") };
  const stack = error.stack?.split("\n").filter((line) => line.startsWith("    at ")).slice(0, 12).join("\n");
  return { name: error.name, message: scrubbed(messageOf(error)), ...(stack ? { stack } : {}), ...(error.cause instanceof Error ? { cause: errorOf(error.cause) } : {}) };
}

function written(fields: LogFields): object {
  const line: Record<string, unknown> = {};
  for (const name of texts) if (typeof fields[name] === "string") line[name] = scrubbed(fields[name]).slice(0, 200);
  for (const name of numbers) if (typeof fields[name] === "number") line[name] = Math.round(fields[name] * 10) / 10;
  if (fields.error !== undefined) line["error"] = errorOf(fields.error);
  return line;
}

/** Opens the log; `write` takes each line, the error output where none is given. */
export function openLog(level: LogLevel, write?: (line: string) => void): Log {
  const destination = write ? { write } : pino.destination({ dest: 2, sync: true });
  const out = pino({ level, base: {}, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) }, messageKey: "message" }, destination);
  const current = new AsyncLocalStorage<{ fields: LogFields }>();
  const at = (name: "debug" | "info" | "warn" | "error") => (message: string, fields: LogFields = {}): void => {
    if (out.isLevelEnabled(name)) out[name](written({ ...current.getStore()?.fields, ...fields }), scrubbed(message));
  };
  return {
    debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"),
    within: (fields, work) => current.run({ fields: { ...current.getStore()?.fields, ...fields } }, work),
    about: (fields) => {
      const store = current.getStore();
      if (store) store.fields = { ...store.fields, ...fields };
    },
  };
}
