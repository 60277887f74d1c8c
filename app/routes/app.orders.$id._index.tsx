import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { parseDay } from "../../policy/dates.ts";
import { admit } from "../admit.ts";
import { noteDelivery } from "../flows/noteDelivery.ts";
import { showOrder } from "../flows/showOrder.ts";
import { useToast } from "../ui/useToast.ts";
import { OrderLine } from "../ui/OrderLine.tsx";
import { RmaLinks } from "../ui/RmaLinks.tsx";
import { say, timeInWords, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), number = args.params["id"] ?? "";
  const shown = await showOrder(app, { shop, orderId: `gid://shopify/Order/${number}` });
  if ("notFound" in shown && shown.notFound !== "policy") throw new Response(words.orders.missing, { status: 404 });
  return { number, order: "notFound" in shown ? null : shown };
}

/** Staff say when a line arrived. */
export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args), form = await args.request.formData(), on = String(form.get("day") ?? "");
  if (Number.isNaN(parseDay(on))) throw new Response(null, { status: 400 });
  return { kept: await noteDelivery(app, { shop, orderId: `gid://shopify/Order/${args.params["id"] ?? ""}`, lineId: String(form.get("lineId") ?? ""), said: { on, by: "person" } }) };
}

export default function OrderScreen() {
  const { number, order } = useLoaderData<typeof loader>(), w = words.orders, acted = useActionData<typeof action>();
  useToast(acted, acted ? (acted.kept ? words.case.arrivalSaved : words.case.arrivalNotSaved) : undefined, acted?.kept === false);
  const back = { content: w.title, url: "/app/orders" };
  if (!order) return <Page title={w.title} backAction={back}><Banner title={w.noPolicy} action={{ content: w.toPolicy, url: "/app/policy" }}>{w.noPolicyText}</Banner></Page>;
  return (
    <Page title={order.name} subtitle={`${timeInWords(order.placedAt, order.zone)} · ${say(w.policyVersion, { version: order.policyVersion })}`} backAction={back}>
      <BlockStack gap="400">
        <RmaLinks rmas={order.rmas} />
        {order.lines.map((line) => <OrderLine key={line.lineId} line={line} orderNumber={number} />)}
      </BlockStack>
    </Page>
  );
}
