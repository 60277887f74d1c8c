import { AppProvider, Banner, BlockStack, Page, Text } from "@shopify/polaris";
import { useNavigate, useRevalidator, useRouteLoaderData } from "@remix-run/react";
import type { loader } from "../root.tsx";
import { words } from "./words.en.ts";

/** Without App Bridge, as where the document itself failed, requests carry no session: the browser asks for documents then. */
const hasBridge = (): boolean => "shopify" in window;

/** A screen that could not be shown: what happened in words, and a way on. It stands without the layout around it. */
export function WentWrong({ isMissing }: { isMissing: boolean }) {
  const w = words.common, navigate = useNavigate(), { revalidate } = useRevalidator(), requestId = useRouteLoaderData<typeof loader>("root")?.requestId;
  return (
    <AppProvider i18n={{}}>
      <Page title={isMissing ? w.missingTitle : w.errorTitle}>
        <Banner tone={isMissing ? "warning" : "critical"} title={isMissing ? w.notFound : w.error} action={{ content: w.tryAgain, onAction: () => (hasBridge() ? void revalidate() : location.reload()) }} secondaryAction={{ content: w.home, onAction: () => (hasBridge() ? navigate("/app") : location.assign(`/app${location.search}`)) }}>
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
