import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { admit } from "../admit.ts";
import { registerProduct } from "../flows/registerProduct.ts";
import { registrableLines } from "../flows/registrableLines.ts";
import { shopOf } from "../store/shops.ts";
import { RegisterForm } from "../ui/RegisterForm.tsx";
import { registerIssues } from "../ui/registerIssues.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), name = new URL(args.request.url).searchParams.get("order") ?? "", { zone } = await shopOf(app.db.prisma, shop);
  return { name, today: formatDay(dayIn(app.now().toISOString(), zone)), order: name.trim() ? await registrableLines(app, { shop, name }) : null };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor, redirect } = await admit(args), form = await args.request.formData();
  const [orderId = "", lineId = "", serial = "", on = ""] = ["orderId", "lineId", "serial", "on"].map((name) => String(form.get(name) ?? "").trim());
  const made = await registerProduct(app, { shop, actor, unit: { orderId, lineId, ...(serial ? { serial } : {}) }, ...(on ? { on } : {}) });
  if ("registration" in made) return redirect(`/app/registrations/${made.registration.id}?added=1`);
  return { issues: registerIssues(made) };
}

export default function NewRegistration() {
  const { name, today, order } = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.registrations;
  useToast(acted, acted ? w.notRegistered : undefined, true);
  return (
    <Page narrowWidth title={w.newTitle} backAction={{ content: w.title, url: "/app/registrations" }}>
      <BlockStack gap="400">
        <IssueBanner issues={acted?.issues ?? []} title={w.notRegistered} />
        <RegisterForm key={order?.orderId ?? ""} name={name} today={today} order={order} />
      </BlockStack>
    </Page>
  );
}
