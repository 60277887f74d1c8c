/** Types of every GraphQL document in app/shopify/documents, from Shopify's published schema. Run by `npm run codegen`. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse, printSchema, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { adminSchema } from "../devstore/kernel/schema.ts";
import { shapesOf } from "./shapes.ts";

const here = dirname(fileURLToPath(import.meta.url));
export const documentFolder = join(here, "../../app/shopify/documents");
export const generatedFile = join(here, "../../app/types/admin.generated.ts");

export const shapesFile = join(here, "../../app/types/shapes.generated.ts");

/** The documents as they stand in the source: tagged templates that begin with #graphql. */
export function documentsIn(folder: string): DocumentNode[] {
  return readdirSync(folder).filter((name) => name.endsWith(".ts")).flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/`#graphql([^`]*)`/g)].map((match) => parse(match[1] ?? "")));
}

const namesOf = (documents: readonly DocumentNode[]): string[] =>
  documents.flatMap((document) => document.definitions.filter((d): d is OperationDefinitionNode => d.kind === "OperationDefinition").map((d) => `${d.name?.value}:${d.operation}`));

/** The file's text: types of the operations only, and a table from operation name to answer and variables. */
export async function generate(folder = documentFolder): Promise<string> {
  const { schema } = adminSchema("2026-10"), documents = documentsIn(folder);
  const config = { skipTypename: true, enumsAsTypes: true, useTypeImports: true, avoidOptionals: { field: true }, defaultScalarType: "string", scalars: { JSON: "unknown" } };
  const text = await codegen({
    filename: generatedFile, schema: parse(printSchema(schema)), documents: documents.map((document, i) => ({ document, location: `${i}` })), config,
    plugins: [{ operations: {} }], pluginMap: { operations },
  });
  const rows = namesOf(documents).map((entry) => {
    const [name = "", kind = ""] = entry.split(":");
    const type = `${name}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    return `  ${name}: { data: ${type}; variables: ${type}Variables };`;
  });
  return `// Made by npm run codegen; do not edit.\n${text}\n\nexport type Operations = {\n${rows.join("\n")}\n};\n`;
}

/** The text of the file of shapes, a document a line. */
export function generateShapes(folder = documentFolder): string {
  const rows = Object.entries(shapesOf(adminSchema("2026-10").schema, documentsIn(folder))).map(([name, shape]) => `  ${name}: ${JSON.stringify(shape)},`);
  return `// Made by npm run codegen; do not edit.\nimport type { Shape } from "../shopify/fitsShape.ts";\n\n/** What Shopify answers to each document, by the operation's name. */\nexport const shapes: Readonly<Record<string, Shape>> = {\n${rows.join("\n")}\n};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generatedFile, await generate());
  writeFileSync(shapesFile, generateShapes());
}
