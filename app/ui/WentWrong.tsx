import { AppProvider, Banner, Page } from "@shopify/polaris";
import { useRevalidator } from "@remix-run/react";
import { words } from "./words.en.ts";

/** A screen that could not be shown: what happened in words, and a way on. It stands without the layout around it. */
export function WentWrong({ isMissing }: { isMissing: boolean }) {
  const w = words.common, { revalidate } = useRevalidator();
  return (
    <AppProvider i18n={{}}>
      <Page title={w.errorTitle}>
        <Banner tone={isMissing ? "warning" : "critical"} title={isMissing ? w.notFound : w.error} action={{ content: w.tryAgain, onAction: () => void revalidate() }} />
      </Page>
    </AppProvider>
  );
}
