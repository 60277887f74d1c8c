import type { GraphQLSchema } from "graphql";
import type { Ctx } from "../kernel/context.ts";
import { adminSchema, API_VERSIONS } from "../kernel/schema.ts";

/** The schema of the version that the call was made in. */
export function schemaOf(ctx: Ctx): GraphQLSchema {
  const version = API_VERSIONS.find((v) => v === ctx.apiVersion);
  if (!version) throw new Error(`no schema of version ${ctx.apiVersion}`);
  return adminSchema(version).schema;
}
