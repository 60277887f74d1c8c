/** A GraphQL document with its types by operation name; the types are made by `npm run codegen` and committed. */
import type { Operations } from "../../types/admin.generated.ts";
import type { Document } from "../admin.ts";

/** Tags a document: graphql<"OrderForClaims">`query OrderForClaims …`. */
export const graphql = <Name extends keyof Operations>(text: TemplateStringsArray): Document<Operations[Name]["data"], Operations[Name]["variables"]> =>
  text.join("").replace("#graphql", "").trim() as Document<Operations[Name]["data"], Operations[Name]["variables"]>;
