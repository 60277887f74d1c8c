import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { found } from "../found.ts";
import { actOnRma } from "../flows/actOnRma.ts";
import { showRma } from "../flows/showRma.ts";
import { download } from "../ui/download.ts";
import { ChargesCard } from "../ui/ChargesCard.tsx";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { NoteForm, RmaActions } from "../ui/RmaActions.tsx";
import { RmaLineCard } from "../ui/RmaLineCard.tsx";
import { rmaSubtitle } from "../ui/rmaSubtitle.ts";
import { StateBadge } from "../ui/StateBadge.tsx";
import { StoppedBanner } from "../ui/StoppedBanner.tsx";
import { Timeline } from "../ui/Timeline.tsx";
import { useToast } from "../ui/useToast.ts";
import { say, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return found(showRma(app, { shop, rmaId: args.params["id"] ?? "" }));
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor } = await admit(args), form = await args.request.formData();
  return found(actOnRma(app, { shop, actor, rmaId: args.params["id"] ?? "", fields: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }));
}

export default function RmaScreen() {
  const rma = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.rma;
  const refused = acted && "refused" in acted ? acted.refused : [];
  useToast(acted, refused.length ? w.refused : w.done, refused.length > 0);
  return (
    <Page title={rma.number} titleMetadata={<StateBadge state={rma.state} />} subtitle={rmaSubtitle(rma)} backAction={{ content: words.rmas.title, url: "/app/rmas" }} secondaryActions={[{ content: w.slip, onAction: () => void download(`/app/rmas/${rma.id}/slip`, `${rma.number}.pdf`) }, { content: say(w.order, { name: rma.orderName }), url: `/app/orders/${rma.orderId.split("/").at(-1) ?? ""}` }]}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <IssueBanner title={w.refused} issues={refused.map(({ message }) => ({ path: "", message }))} />
            <StoppedBanner rma={rma} />
            <RmaActions key={`${rma.state} ${rma.entries.length}`} rma={rma} />
            <ChargesCard charges={rma.charges} />
            {rma.lines.map((line) => <RmaLineCard key={line.id} line={line} rmaId={rma.id} />)}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird"><BlockStack gap="400"><NoteForm /><Timeline entries={rma.entries} zone={rma.zone} /></BlockStack></Layout.Section>
      </Layout>
    </Page>
  );
}
