import type { Start } from "../extensions/protocol.ts";

type Options = Readonly<Record<string, unknown>>;
type Format = { inExtensionLocale?: boolean };

function at(texts: unknown, key: string): unknown {
  return key.split(".").reduce<unknown>((found, part) => (typeof found === "object" && found !== null ? (found as Record<string, unknown>)[part] : undefined), texts);
}

/** The text of a key; of a plural the form for `count` (Shopify, "Localize your extension": CLDR categories). */
function textOf(texts: unknown, locale: string, key: string, options: Options): string | null {
  const found = at(texts, key);
  if (typeof found === "string") return found;
  if (typeof found !== "object" || found === null || typeof options["count"] !== "number") return null;
  const forms = found as Record<string, string>;
  return forms[new Intl.PluralRules(locale).select(options["count"])] ?? forms["other"] ?? null;
}

/** Fills {{name}}: a text when all values are texts and numbers, else the parts in order. */
function filled(text: string, options: Options): string | unknown[] {
  const parts = text.split(/(\{\{\s*[\w.]+\s*\}\})/).filter((part) => part !== "").map((part) => {
    const name = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(part)?.[1];
    return name !== undefined && name in options ? options[name] : part;
  });
  return parts.every((part) => typeof part === "string" || typeof part === "number") ? parts.join("") : parts;
}

/** Texts from the extension's own files, numbers and days as the reader's language writes them. A key without a text is an error (assumed). */
export function makeI18n(start: Start): object {
  const localeOf = (format?: Format): string => (format?.inExtensionLocale ? start.extensionLocale : start.locale);
  return {
    translate(key: string, options: Options = {}) {
      const text = textOf(start.texts, start.extensionLocale, key, options) ?? textOf(start.fallbackTexts, "en", key, options);
      if (text === null) throw new Error(`Missing translation for key: ${key} in locale: ${start.extensionLocale}`);
      return filled(text, options);
    },
    formatNumber: (value: number | bigint, format?: Format & Intl.NumberFormatOptions) => new Intl.NumberFormat(localeOf(format), format).format(value),
    formatCurrency: (value: number | bigint, format?: Format & Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(localeOf(format), { style: "currency", currency: start.shop.currency, ...format }).format(value),
    formatDate: (value: Date, format?: Format & Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(format), format).format(value),
  };
}
