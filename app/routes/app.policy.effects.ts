import type { ActionFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { compareReadings } from "../flows/compareReadings.ts";
import { draftPolicy } from "../flows/draftPolicy.ts";
import { jsonIn, sourceIn } from "../ui/draft.ts";

export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args);
  const form = await args.request.formData();
  const draft = await draftPolicy(app, { shop, source: sourceIn(form) });
  if ("errors" in draft) throw new Response(null, { status: 400 });
  const settings = jsonIn(form, "settings");
  return compareReadings(app, { shop, policy: draft.policy, before: { choices: jsonIn(form, "choices"), settings }, after: { choices: jsonIn(form, "after"), settings } });
}
