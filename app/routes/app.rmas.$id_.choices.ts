import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Remedy } from "../../policy/policy.ts";
import { admit } from "../admit.ts";
import { exchangeChoices } from "../flows/exchangeChoices.ts";
import { found } from "../found.ts";

/** `?line=` a line of the case, `?remedy=`, `?words=` to look through other products: what may go out for it, with its stock. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), search = new URL(args.request.url).searchParams, [remedy, typed] = [search.get("remedy"), search.get("words")?.trim()];
  return found(exchangeChoices(app, { shop, rmaId: args.params["id"] ?? "", rmaLineId: search.get("line") ?? "", ...(remedy ? { remedy: remedy as Remedy } : {}), ...(typed ? { words: typed } : {}) }));
}
