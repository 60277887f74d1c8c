import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, Page, Text } from "@shopify/polaris";
import { words } from "../ui/words.en.ts";

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopify.authenticate.admin(request);
  return { shop: session.shop };
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
