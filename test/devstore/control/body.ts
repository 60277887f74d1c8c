import type { Asked, Route } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";

export type Given = Record<string, unknown>;

/** What a caller did wrong; its message is the answer, with status 400. */
export class Wrong extends Error {}

/** The JSON object of a request; an empty body is an empty object. */
export function given(asked: Asked): Given {
  if (asked.body.length === 0) return {};
  try {
    const read: unknown = JSON.parse(asked.body.toString("utf8"));
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return { ...read };
  } catch {
    // no JSON: refused below like any other body that is no object
  }
  throw new Wrong("the body must be a JSON object");
}

/** A text of the body, or undefined. Throws when it is something else. */
export function textOf(from: Given, key: string): string | undefined {
  const value = from[key];
  if (value === undefined || typeof value === "string") return value;
  throw new Wrong(`${key} must be a text`);
}

/** A number of the body, or undefined. Throws when it is something else. */
export function numberOf(from: Given, key: string): number | undefined {
  const value = from[key];
  if (value === undefined || typeof value === "number") return value;
  throw new Wrong(`${key} must be a number`);
}

/** The shop that body, query or path name; a lone shop needs no name. */
export function shopOf(asked: Asked, world: World, from: Given = {}): Shop {
  const named = textOf(from, "shop") ?? asked.url.searchParams.get("shop");
  const shop = named == null ? asked.shop : world.shops.get(named);
  if (!shop) throw new Wrong(`no shop ${named ?? "named"}; there are ${[...world.shops.keys()].join(", ")}`);
  return shop;
}

/** A route whose mistakes of the caller become 400 with the reason. */
export function control(method: string, path: RegExp, handle: Route["handle"]): Route {
  const guarded = async (asked: Asked, world: World): Promise<Answer> => {
    try {
      return await handle(asked, world);
    } catch (error) {
      if (error instanceof Wrong) return { status: 400, body: { error: error.message } };
      throw error;
    }
  };
  return { method, path, handle: guarded };
}
