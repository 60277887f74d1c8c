import { Card, Layout, SkeletonBodyText, SkeletonPage } from "@shopify/polaris";
import { words } from "./words.en.ts";

/** What stands there while the next screen is fetched. */
export const LoadingScreen = () => (
  <div aria-busy="true" aria-label={words.common.loading}>
    <SkeletonPage primaryAction>
      <Layout>
        <Layout.Section><Card><SkeletonBodyText lines={6} /></Card></Layout.Section>
        <Layout.Section><Card><SkeletonBodyText lines={4} /></Card></Layout.Section>
      </Layout>
    </SkeletonPage>
  </div>
);
