import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { readPlaces } from "../shopify/places.ts";
import { shopOf } from "../store/shops.ts";

/** The shop's locations, and what it does with goods that were found in order. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), { settings } = await shopOf(app.db.prisma, shop);
  return { places: await readPlaces(app.adminFor(shop)), restock: settings.restock };
}
