import { AppProvider, Banner, BlockStack, Page, Text } from "@shopify/polaris";
import { useNavigate, useRevalidator, useRouteLoaderData } from "@remix-run/react";
import type { loader } from "../root.tsx";
import { words } from "./words.en.ts";

/** Where the first screen failed, App Bridge never came, and nothing puts a token on requests: then the page itself is opened anew, with what Shopify gave it. */
const hasBridge = (): boolean => "shopify" in window;

/** A screen that could not be shown: what happened in words, and a way on. It stands without the layout around it. */
export function WentWrong({ isMissing }: { isMissing: boolean }) {
  const w = words.common, navigate = useNavigate(), { revalidate } = useRevalidator(), requestId = useRouteLoaderData<typeof loader>("root")?.requestId;
  const again = (): void => (hasBridge() ? void revalidate() : window.location.reload());
  const home = (): void => (hasBridge() ? navigate("/app") : window.location.assign(`/app${window.location.search}`));
  return (
    <AppProvider i18n={{}}>
      <Page title={isMissing ? w.missingTitle : w.errorTitle}>
        <Banner tone={isMissing ? "warning" : "critical"} title={isMissing ? w.notFound : w.error} action={{ content: w.tryAgain, onAction: again }} secondaryAction={{ content: w.home, onAction: home }}>
          {isMissing ? null : (
            <BlockStack gap="200">
              <Text as="p">{w.errorHelp}</Text>
              {requestId ? <Text as="p">{w.requestId} <code>{requestId}</code></Text> : null}
            </BlockStack>
          )}
        </Banner>
      </Page>
    </AppProvider>
  );
}
