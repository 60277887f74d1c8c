import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { found } from "../found.ts";
import { packingSlip } from "../flows/packingSlip.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  const pdf = await found(packingSlip(app, { shop, rmaId: args.params["id"] ?? "" }));
  return new Response(new Blob([new Uint8Array(pdf)]), { headers: { "content-type": "application/pdf", "content-disposition": "inline" } });
}
