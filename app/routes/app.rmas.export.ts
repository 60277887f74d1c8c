import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { csvFile } from "../csv.ts";
import { rmasAsCsv } from "../flows/listRmas.ts";
import { rmaSearch } from "../ui/rmaSearch.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  const csv = await rmasAsCsv(app, rmaSearch(new URL(args.request.url).searchParams, shop, app.now()), Object.values(words.rmas.csv));
  return csvFile(csv, "rmas.csv");
}
