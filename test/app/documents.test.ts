import { readFileSync } from "node:fs";
import { validate } from "graphql";
import { describe, expect, it } from "vitest";
import { documentFolder, documentsIn, generate, generatedFile, generateShapes, shapesFile } from "../codegen/main.ts";
import { adminSchema } from "../devstore/kernel/schema.ts";

const documents = documentsIn(documentFolder);
const nameOf = (document: (typeof documents)[number]): string => document.definitions.flatMap((d) => (d.kind === "OperationDefinition" ? [d.name?.value ?? "(unnamed)"] : [])).join(" ");

describe("every GraphQL document of the app", () => {
  it.each(documents.map((document) => [nameOf(document), document] as const))("%s is valid in Shopify's published schema", (_, document) => {
    expect(validate(adminSchema("2026-10").schema, document).map((error) => error.message)).toEqual([]);
  });

  it("has one operation with a name of its own", () => {
    const names = documents.map(nameOf);
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
    expect(names.join(" ")).not.toContain("(unnamed)");
  });

  it("is typed by what npm run codegen makes now", async () => {
    expect(readFileSync(generatedFile, "utf8")).toBe(await generate());
    expect(readFileSync(shapesFile, "utf8")).toBe(generateShapes());
  });
});
