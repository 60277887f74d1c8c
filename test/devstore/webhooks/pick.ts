import { isData, type Data } from "./payloads/rest.ts";

function pickInto(value: unknown, paths: readonly string[][]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((item) => pickInto(item, paths));
  if (!isData(value)) return value;
  const heads = [...new Set(paths.map(([head]) => head ?? ""))].filter((head) => head in value);
  return Object.fromEntries(heads.map((head) => [head, pickInto(value[head], paths.filter((p) => p[0] === head).map((p) => p.slice(1)))]));
}

/** Only the named fields of a payload; "line_items.id" reaches into lists (documented: `include_fields`). */
export function pick(payload: Data, fields: readonly string[]): Data {
  return pickInto(payload, fields.map((field) => field.split("."))) as Data;
}
