import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { draftPolicy } from "../flows/draftPolicy.ts";
import { publishPolicy } from "../flows/publishPolicy.ts";
import { policyVersions } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import { draftView, jsonIn, sourceIn, type SourceFields } from "../ui/draft.ts";
import { DraftEditor } from "../ui/DraftEditor.tsx";
import { ImportPolicy } from "../ui/ImportPolicy.tsx";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { useToast } from "../ui/useToast.ts";
import { say, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  const from = new URL(args.request.url).searchParams.get("from");
  const draft = from ? await draftPolicy(app, { shop, source: { from } }) : null;
  if (draft && "errors" in draft) throw new Response(words.common.notFound, { status: 404 });
  const { zone } = await shopOf(app.db.prisma, shop);
  const today = formatDay(dayIn(app.now().toISOString(), zone));
  return { from, draft: draft && draftView(draft), today, isFirst: (await policyVersions(app.db.prisma, shop)).length === 0 };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor, redirect } = await admit(args);
  const form = await args.request.formData(), source = sourceIn(form);
  const draft = await draftPolicy(app, { shop, source });
  if ("errors" in draft) return { errors: draft.errors, draft: null, source: null };
  if (form.get("intent") === "read") return { errors: [], draft: draftView(draft), source };
  const day = form.get("day");
  const published = await publishPolicy(app, { shop, actor, policy: draft.policy, choices: jsonIn(form, "choices"), settings: jsonIn(form, "settings"), ...(day ? { inForceFrom: String(day) } : {}) });
  return "errors" in published ? { errors: published.errors, draft: draftView(draft), source } : redirect("/app/policy?published=1");
}

/** Showing what a reading changes alters nothing here. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) => !formAction?.endsWith("/effects") && defaultShouldRevalidate;

export default function NewVersion() {
  const loaded = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.draft;
  const draft = loaded.draft ?? acted?.draft ?? null;
  const source: SourceFields | null = loaded.from ? { from: loaded.from } : (acted?.source ?? null);
  const errors = acted?.errors ?? [];
  useToast(acted, errors.length ? w.notPublished : undefined, true);
  const back = { content: words.policy.title, url: "/app/policy" };
  if (!draft || !source) return <Page narrowWidth title={words.policy.importTitle} backAction={back}><ImportPolicy issues={errors} /></Page>;
  return (
    <Page narrowWidth title={`${w.title}: ${draft.merchant}`} subtitle={say(w.from, { document: draft.document, version: draft.version })} backAction={back}>
      <BlockStack gap="400">
        <IssueBanner issues={errors} title={w.notPublished} />
        <DraftEditor key={`${draft.id} ${draft.version}`} draft={draft} source={source} today={loaded.today} isFirst={loaded.isFirst} />
      </BlockStack>
    </Page>
  );
}
