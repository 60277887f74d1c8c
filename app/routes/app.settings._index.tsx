import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { changeSettings } from "../flows/changeSettings.ts";
import { shopOf } from "../store/shops.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { SettingsForm } from "../ui/SettingsForm.tsx";
import { settingsField } from "../ui/settingsField.ts";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return shopOf(app.db.prisma, shop);
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args);
  const settings = JSON.parse(String((await args.request.formData()).get("settings") ?? "{}")) as object;
  return changeSettings(app, { shop, settings });
}

export default function SettingsScreen() {
  const { settings, zone, currency } = useLoaderData<typeof loader>(), changed = useActionData<typeof action>(), w = words.settings;
  const errors = changed && "errors" in changed ? changed.errors : [];
  useToast(changed, errors.length ? w.notSaved : w.saved, errors.length > 0);
  return (
    <Page title={w.title}>
      <BlockStack gap="400">
        <IssueBanner issues={errors.map(({ path, message }) => ({ path: settingsField(path), message }))} title={w.notSaved} />
        <SettingsForm settings={settings} zone={zone} currency={currency} errors={errors} />
      </BlockStack>
    </Page>
  );
}
