import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { findOrders } from "../shopify/findOrders.ts";
import { shopOf } from "../store/shops.ts";
import { OrderTable } from "../ui/OrderTable.tsx";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), search = new URL(args.request.url).searchParams;
  const query = search.get("query") ?? "";
  const { zone } = await shopOf(app.db.prisma, shop);
  return { query, zone, found: await findOrders(app.adminFor(shop), { query, first: 25, after: search.get("after"), before: search.get("before") }) };
}

export default function OrdersScreen() {
  const { query, found, zone } = useLoaderData<typeof loader>();
  return <Page title={words.orders.title}><OrderTable key={query} query={query} found={found} zone={zone} /></Page>;
}
