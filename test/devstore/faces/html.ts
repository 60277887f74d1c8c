/** Markup that may be put into a page as it is. Everything else is escaped first. */
export type Html = { readonly html: string };

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Escapes a text for markup and for attribute values in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(written).join("");
}

/** A template whose values are escaped unless they are markup themselves; null and false leave nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, string, i) => text + written(parts[i - 1]) + string) };
}

/** JSON for a script element: no `</script>` and no comment can begin in it. */
export function scriptJson(value: unknown): Html {
  return { html: JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`) };
}

/** An address for an href or src: http, https, or a path of this server; anything else (javascript:, data:) becomes "#". */
export function safeUrl(url: string | null | undefined): string {
  if (!url) return "#";
  return /^https?:\/\//i.test(url) || /^\/(?!\/)/.test(url) ? url : "#";
}
