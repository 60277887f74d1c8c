import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import type { Remedy } from "../../policy/policy.ts";
import { admit } from "../admit.ts";
import { requestReturn } from "../flows/requestReturn.ts";
import { previewRequest } from "../flows/showOrder.ts";
import { askedFields, lineAsked } from "../ui/asked.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { StartForm } from "../ui/StartForm.tsx";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), asked = askedFields(new URL(args.request.url).searchParams), number = args.params["id"] ?? "";
  const preview = await previewRequest(app, { shop, orderId: `gid://shopify/Order/${number}`, asked: lineAsked(asked) });
  if ("notFound" in preview) throw new Response(words.orders.missing, { status: 404 });
  return { number, asked, preview: "errors" in preview ? null : preview, errors: "errors" in preview ? preview.errors : [] };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor, redirect } = await admit(args), form = await args.request.formData();
  const [remedy, note, override] = ["remedy", "note", "override"].map((name) => String(form.get(name) ?? "").trim());
  const line = { ...lineAsked(askedFields(form)), ...(remedy ? { remedy: remedy as Remedy } : {}), ...(note ? { note } : {}), ...(override ? { override } : {}) };
  const result = await requestReturn(app, { shop, actor, orderId: `gid://shopify/Order/${args.params["id"] ?? ""}`, lines: [line] });
  if ("rma" in result) return redirect(`/app/rmas/${result.rma.id}`);
  if ("refused" in result) return { issues: result.refused.map(({ message }) => ({ path: "", message })) };
  return { issues: [{ path: "", message: "declined" in result ? words.start.declined : words.common.notFound }] };
}

export default function StartScreen() {
  const { number, asked, preview, errors } = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.start;
  useToast(acted, acted ? w.refused : undefined, true);
  return (
    <Page narrowWidth title={preview ? `${w.title}: ${preview.title}` : w.title} backAction={{ content: preview?.name ?? words.orders.title, url: `/app/orders/${number}` }}>
      <BlockStack gap="400">
        <IssueBanner issues={[...errors, ...(acted?.issues ?? [])]} title={w.refused} />
        {preview && <StartForm asked={asked} preview={preview} />}
      </BlockStack>
    </Page>
  );
}
