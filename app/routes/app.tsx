import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { words } from "../ui/words.en.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

/** Every admin screen: the session is checked here and in each screen's own loader. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  await app.shopify.authenticate.admin(request);
  return { apiKey: app.apiKey, bridge: app.env.DEVSTORE_URL ? `${app.env.DEVSTORE_URL}/app-bridge.js` : null };
}

export default function Layout() {
  const { apiKey, bridge } = useLoaderData<typeof loader>();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(bridge ? { __APP_BRIDGE_URL: bridge as never } : {})}>
      <NavMenu>
        <Link to="/app" rel="home">{words.nav.home}</Link>
        <Link to="/app/rmas">{words.nav.rmas}</Link>
        <Link to="/app/orders">{words.nav.orders}</Link>
        <Link to="/app/policy">{words.nav.policy}</Link>
        <Link to="/app/registrations">{words.nav.registrations}</Link>
        <Link to="/app/settings">{words.nav.settings}</Link>
      </NavMenu>
      <Outlet />
    </AppProvider>
  );
}

export const ErrorBoundary = (): React.ReactElement => boundary.error(useRouteError()) as unknown as React.ReactElement;
export const headers: HeadersFunction = (args) => boundary.headers(args);
