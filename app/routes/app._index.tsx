import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, Page, Text } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop } = await admit(args);
  return { shop };
}

export default function Home() {
  const { shop } = useLoaderData<typeof loader>();
  return (
    <Page title={words.home.title}>
      <Card>
        <Text as="p">{shop}</Text>
      </Card>
    </Page>
  );
}
