import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { importAgain } from "../flows/importAgain.ts";
import { refreshCoverage } from "../flows/refreshCoverage.ts";
import { showReading } from "../flows/showReading.ts";
import { ReadingProgress } from "../ui/ReadingProgress.tsx";
import { UncoveredTable } from "../ui/UncoveredTable.tsx";
import { usePolling } from "../ui/usePolling.ts";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return showReading(app, { shop });
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args), orderId = (await args.request.formData()).get("orderId");
  if (typeof orderId === "string") return { text: words.data.wasRead, outcome: await refreshCoverage(app, { shop, orderId }) };
  await importAgain(app, { shop });
  return { text: words.data.begun, outcome: "begun" };
}

export default function ReadingScreen() {
  const { run, uncovered, zone } = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.data;
  usePolling(run?.state === "running");
  useToast(acted, acted?.text);
  return (
    <Page title={w.title} subtitle={w.subtitle} backAction={{ content: words.settings.title, url: "/app/settings" }}>
      <BlockStack gap="400"><ReadingProgress run={run} zone={zone} /><UncoveredTable orders={uncovered} /></BlockStack>
    </Page>
  );
}
