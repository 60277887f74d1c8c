import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { listRegistrations } from "../flows/listRegistrations.ts";
import { download } from "../ui/download.ts";
import { registrationSearch } from "../ui/registrationSearch.ts";
import { RegistrationTable } from "../ui/RegistrationTable.tsx";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return listRegistrations(app, registrationSearch(new URL(args.request.url).searchParams, shop));
}

export default function RegistrationsScreen() {
  const list = useLoaderData<typeof loader>(), w = words.registrations, [search] = useSearchParams();
  useToast(search, search.has("removed") ? w.removed : undefined);
  return (
    <Page fullWidth title={w.title} primaryAction={{ content: w.add, url: "/app/registrations/new" }} secondaryActions={[{ content: w.import, url: "/app/registrations/import" }, { content: w.export, onAction: () => void download(`/app/registrations/export?${search.toString()}`, "registrations.csv") }]}>
      <RegistrationTable list={list} />
    </Page>
  );
}
