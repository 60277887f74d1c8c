import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { changeSettings } from "../flows/changeSettings.ts";
import { latestNotices } from "../store/notices.ts";
import { shopOf } from "../store/shops.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { NoticesForm } from "../ui/NoticesForm.tsx";
import { NoticeTable } from "../ui/NoticeTable.tsx";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

const SHOWN = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), { settings, zone } = await shopOf(app.db.prisma, shop), latest = await latestNotices(app.db.prisma, shop, SHOWN);
  const rows = latest.map(({ id, handle, state, refusal, orderId, plannedAt, payload }) => ({ id, handle, state, refusal, orderId, at: plannedAt.toISOString(), item: String((payload as { item?: unknown }).item ?? "") }));
  return { notices: settings.notices, zone, rows };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args);
  return changeSettings(app, { shop, settings: { notices: JSON.parse(String((await args.request.formData()).get("notices") ?? "{}")) as object } });
}

export default function NoticesScreen() {
  const { notices, zone, rows } = useLoaderData<typeof loader>(), changed = useActionData<typeof action>(), w = words.notices;
  const errors = changed && "errors" in changed ? changed.errors : [];
  useToast(changed, errors.length ? w.notSaved : w.saved, errors.length > 0);
  return (
    <Page title={w.title} subtitle={w.subtitle} backAction={{ content: words.settings.title, url: "/app/settings" }}>
      <BlockStack gap="400">
        <IssueBanner issues={errors} title={w.notSaved} />
        <NoticesForm notices={notices} />
        <NoticeTable rows={rows} zone={zone} />
      </BlockStack>
    </Page>
  );
}
