import type { LoaderFunctionArgs } from "@remix-run/node";
import { Failure, failureAnswer } from "../api/failure.ts";
import { linkedSlip } from "../flows/linkedSlip.ts";
import { localeOf, wordsIn } from "../words/account.ts";

/** The packing slip of a signed link; 404 where it was altered, 410 when it has run out. */
export async function loader({ request, params, context: { app } }: LoaderFunctionArgs): Promise<Response> {
  const slip = await linkedSlip(app, params["token"] ?? "");
  if ("failed" in slip) return failureAnswer(new Failure(slip.failed), wordsIn(localeOf(request)).failures);
  const headers = { "content-type": "application/pdf", "content-disposition": `inline; filename="${slip.number}.pdf"`, "cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" };
  return new Response(new Blob([new Uint8Array(slip.pdf)]), { headers });
}
