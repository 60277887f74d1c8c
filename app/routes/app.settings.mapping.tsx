import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { changeSettings } from "../flows/changeSettings.ts";
import { showPolicy } from "../flows/showPolicy.ts";
import { findProducts } from "../shopify/productsToMap.ts";
import { shopOf } from "../store/shops.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { MappingEditor } from "../ui/MappingEditor.tsx";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  const products = await findProducts(app.adminFor(shop), new URL(args.request.url).searchParams.get("query") ?? "");
  const [{ settings }, { categories }] = [await shopOf(app.db.prisma, shop), await showPolicy(app, { shop })];
  return { mapping: settings.mapping, products, categories };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args);
  const mapping = JSON.parse(String((await args.request.formData()).get("mapping") ?? "[]")) as unknown;
  return changeSettings(app, { shop, settings: { mapping } });
}

export default function MappingScreen() {
  const { mapping, products, categories } = useLoaderData<typeof loader>(), changed = useActionData<typeof action>(), w = words.settings;
  const errors = changed && "errors" in changed ? changed.errors : [];
  useToast(changed, errors.length ? w.notSaved : w.saved, errors.length > 0);
  return (
    <Page fullWidth title={words.mapping.title} subtitle={words.mapping.subtitle} backAction={{ content: w.title, url: "/app/settings" }}>
      <BlockStack gap="400">
        <IssueBanner issues={errors} title={w.notSaved} />
        <MappingEditor mapping={mapping} products={products} categories={categories} />
      </BlockStack>
    </Page>
  );
}
