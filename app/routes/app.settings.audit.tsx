import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { auditEntries } from "../store/audit.ts";
import { shopOf } from "../store/shops.ts";
import { AuditTable } from "../ui/AuditTable.tsx";
import { say, words } from "../ui/words.en.ts";

const idIn = (text: string | null): bigint | null => (text !== null && /^\d{1,18}$/.test(text) ? BigInt(text) : null);

/** `?by=` part of a name; `?before=` and `?after=` ids of entries. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), search = new URL(args.request.url).searchParams, by = search.get("by") ?? "";
  const { zone } = await shopOf(app.db.prisma, shop);
  const page = await auditEntries(app.db.prisma, { shop, by, before: idIn(search.get("before")), after: idIn(search.get("after")) });
  return { by, zone, ...page, entries: page.entries.map((entry) => ({ ...entry, id: String(entry.id), at: entry.at.toISOString() })) };
}

export default function AuditScreen() {
  const page = useLoaderData<typeof loader>(), w = words.audit;
  return <Page title={w.title} subtitle={say(w.help, { days: 400 })} backAction={{ content: words.settings.title, url: "/app/settings" }}><AuditTable key={page.by} {...page} /></Page>;
}
