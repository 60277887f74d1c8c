import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { showHome } from "../flows/showHome.ts";
import { HomeScreen } from "../ui/HomeScreen.tsx";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return showHome(app, { shop });
}

export default function Home() {
  return <Page title={words.home.title}><HomeScreen home={useLoaderData<typeof loader>()} /></Page>;
}
