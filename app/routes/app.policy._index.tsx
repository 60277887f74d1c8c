import { useEffect } from "react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Layout, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { showPolicy } from "../flows/showPolicy.ts";
import { Findings } from "../ui/Findings.tsx";
import { PolicyPage } from "../ui/PolicyPage.tsx";
import { PublishedThere } from "../ui/PublishedThere.tsx";
import { ShippedPolicies } from "../ui/ShippedPolicies.tsx";
import { useToast } from "../ui/useToast.ts";
import { VersionTable } from "../ui/VersionTable.tsx";
import { dayInWords, say, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return showPolicy(app, { shop });
}

export default function PolicyScreen() {
  const { inForce, html, versions, shipped } = useLoaderData<typeof loader>(), w = words.policy;
  const [search, setSearch] = useSearchParams(), isNew = search.has("published");
  useToast(search, isNew ? words.draft.published : undefined);
  useEffect(() => { if (isNew) setSearch({}, { replace: true }); }, [isNew, setSearch]);
  if (!versions.length) return <Page title={w.title} subtitle={w.subtitle}><ShippedPolicies policies={shipped} /></Page>;
  const change = inForce && { content: w.change, url: `/app/policy/new?from=version:${encodeURIComponent(inForce.version)}` };
  return (
    <Page title={inForce ? `${inForce.merchant}: ${inForce.document}` : w.title} subtitle={inForce ? `${say(w.version, { version: inForce.version })} · ${inForce.from ? say(w.since, { day: dayInWords(inForce.from) }) : w.always}` : w.subtitle} {...(change ? { primaryAction: change } : {})} secondaryActions={[{ content: w.import, url: "/app/policy/new" }]}>
      <Layout>
        {inForce && <Layout.Section><PublishedThere /></Layout.Section>}
        {html && <Layout.Section><PolicyPage html={html} /></Layout.Section>}
        <Layout.Section><VersionTable versions={versions} /></Layout.Section>
        {inForce && <Layout.Section><Findings /></Layout.Section>}
      </Layout>
    </Page>
  );
}
