import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { dataRequests } from "../store/personalData.ts";
import { shopOf } from "../store/shops.ts";
import { RequestTable } from "../ui/RequestTable.tsx";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), { zone } = await shopOf(app.db.prisma, shop);
  const rows = (await dataRequests(app.db.prisma, shop)).map(({ requestId, customerId, askedAt, data }) => {
    const { coverage = [], rmas = [], registrations = [] } = data as Readonly<Record<string, readonly unknown[]>>;
    return { requestId, customer: customerId.split("/").at(-1) ?? "", askedAt: askedAt.toISOString(), orders: coverage.length, rmas: rmas.length, registrations: registrations.length };
  });
  return { rows, zone };
}

export default function RequestsScreen() {
  const { rows, zone } = useLoaderData<typeof loader>(), w = words.data;
  return <Page title={w.requests} subtitle={w.requestsHelp} backAction={{ content: words.settings.title, url: "/app/settings" }}><RequestTable rows={rows} zone={zone} /></Page>;
}
