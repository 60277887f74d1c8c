import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { dataRequests } from "../store/personalData.ts";
import { words } from "../ui/words.en.ts";

/** What is stored of a customer, as a file to hand over to them. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), request = (await dataRequests(app.db.prisma, shop)).find(({ requestId }) => requestId === args.params["id"]);
  if (!request) throw new Response(words.common.notFound, { status: 404 });
  return new Response(JSON.stringify(request.data, null, 2), { headers: { "content-type": "application/json; charset=utf-8", "content-disposition": 'attachment; filename="customer-data.json"', "cache-control": "no-store" } });
}
