import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { showOrder } from "../flows/showOrder.ts";
import { OrderLine } from "../ui/OrderLine.tsx";
import { RmaLinks } from "../ui/RmaLinks.tsx";
import { say, timeInWords, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), number = args.params["id"] ?? "";
  const shown = await showOrder(app, { shop, orderId: `gid://shopify/Order/${number}` });
  if ("notFound" in shown && shown.notFound !== "policy") throw new Response(words.orders.missing, { status: 404 });
  return { number, order: "notFound" in shown ? null : shown };
}

export default function OrderScreen() {
  const { number, order } = useLoaderData<typeof loader>(), w = words.orders;
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
