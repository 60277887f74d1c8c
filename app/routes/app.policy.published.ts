import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { publishedPolicy } from "../flows/publishedPolicy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return publishedPolicy(app, { shop });
}
