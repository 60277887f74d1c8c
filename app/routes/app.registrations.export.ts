import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { csvFile } from "../csv.ts";
import { registrationsAsCsv } from "../flows/listRegistrations.ts";
import { registrationSearch } from "../ui/registrationSearch.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return csvFile(await registrationsAsCsv(app, registrationSearch(new URL(args.request.url).searchParams, shop), words.registrations.csv), "registrations.csv");
}
