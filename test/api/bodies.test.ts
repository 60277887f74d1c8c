/** Threat model, "More fields than were asked for": what people and extensions send is strict at every level, whichever schema it is. */
import { expect, it } from "vitest";
import { z } from "zod";
import * as customers from "../../app/api/customerBodies.ts";
import * as staffs from "../../app/api/staffBodies.ts";
import { settingsSchema } from "../../app/settings.ts";

type Node = Readonly<{ type?: unknown; properties?: Readonly<Record<string, Node>>; additionalProperties?: unknown; propertyNames?: unknown; items?: Node } & Partial<Record<"anyOf" | "oneOf" | "allOf" | "prefixItems", readonly Node[]>>>;

/** Paths of the objects that let a field in that they do not name; a record names its fields by a rule, and is none of them. */
function openObjects(node: Node, path: string): string[] {
  const isOpen = node.type === "object" && node.propertyNames === undefined && node.additionalProperties !== false;
  const below = [...Object.entries(node.properties ?? {}), ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? []), ...(node.prefixItems ?? []), ...(node.items ? [node.items] : [])].map((one, i) => [String(i), one] as const)];
  return [...(isOpen ? [path] : []), ...below.flatMap(([name, inner]) => openObjects(inner, `${path}.${name}`))];
}
const openIn = (schema: z.ZodType, name: string): string[] => openObjects(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node, name);

const schemas = Object.entries<unknown>({ ...customers, ...staffs, settingsSchema }).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType);

it("there are schemas to look at, and an open one is seen wherever it stands", () => {
  expect(schemas.map(([name]) => name)).toEqual(expect.arrayContaining(["requestBody", "openRmasBody", "settingsSchema", "nothingBody"]));
  expect(openIn(z.strictObject({ a: z.array(z.union([z.strictObject({}), z.object({ b: z.string() })])), c: z.record(z.string(), z.unknown()) }), "x")).toEqual(["x.a.0.1"]);
});

it.each(schemas)("%s takes no field that it does not name", (name, schema) => {
  expect(openIn(schema, name)).toEqual([]);
});
