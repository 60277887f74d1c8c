import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { approveMany } from "../flows/approveMany.ts";
import { listRmas } from "../flows/listRmas.ts";
import { shopOf } from "../store/shops.ts";
import { download } from "../ui/download.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { rmaSearch } from "../ui/rmaSearch.ts";
import { RmaTable } from "../ui/RmaTable.tsx";
import { useToast } from "../ui/useToast.ts";
import { say, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  const [list, { zone }] = [await listRmas(app, rmaSearch(new URL(args.request.url).searchParams, shop, app.now())), await shopOf(app.db.prisma, shop)];
  return { list, zone };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor } = await admit(args), form = await args.request.formData();
  return approveMany(app, { shop, actor, rmaIds: String(form.get("ids") ?? "").split(",").filter(Boolean) });
}

export default function RmasScreen() {
  const { list, zone } = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.rmas, [search] = useSearchParams();
  const refused = acted?.refused ?? [];
  useToast(acted, acted && acted.approved > 0 ? say(w.approved, { n: acted.approved }) : undefined);
  return (
    <Page fullWidth title={w.title} secondaryActions={[{ content: w.export, onAction: () => void download(`/app/rmas/export?${search.toString()}`, "rmas.csv") }]}>
      <BlockStack gap="400">
        <IssueBanner issues={refused} title={words.rma.refused} />
        <RmaTable list={list} zone={zone} />
      </BlockStack>
    </Page>
  );
}
