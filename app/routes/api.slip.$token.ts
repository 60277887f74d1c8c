import type { LoaderFunctionArgs } from "@remix-run/node";
import { originOf, preflight, withCors } from "../api/cors.ts";
import { Failure, failureAnswer } from "../api/failure.ts";
import { linkedSlip } from "../flows/linkedSlip.ts";
import { localeOf, wordsIn } from "../words/account.ts";

/** The packing slip of a signed link; 404 where it was altered, 410 when it has run out. The admin fetches it to show a preview before it is printed. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const origin = originOf(args.request, args.context.app.env);
  // The link itself is the right to read it: a page that is not ours gets it without the headers that let its scripts see it.
  if (origin === "refused") return slipOf(args);
  return args.request.method === "OPTIONS" ? preflight(origin, ["GET"]) : withCors(await slipOf(args), origin);
}

async function slipOf({ request, params, context: { app } }: LoaderFunctionArgs): Promise<Response> {
  const slip = await linkedSlip(app, params["token"] ?? "");
  if ("failed" in slip) return failureAnswer(new Failure(slip.failed), wordsIn(localeOf(request)).failures);
  const headers = { "content-type": "application/pdf", "content-disposition": `inline; filename="${slip.number}.pdf"`, "cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" };
  return new Response(new Blob([new Uint8Array(slip.pdf)]), { headers });
}
