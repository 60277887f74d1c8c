import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { checkPolicy } from "../flows/showPolicy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return { findings: (await checkPolicy(app, { shop })).map(({ level, kind, clauses, message, example }) => ({ level, kind, clauses, message, example: example && { says: example.says } })) };
}
