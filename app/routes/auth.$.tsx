import type { LoaderFunctionArgs } from "@remix-run/node";

/** The library's own pages under /auth: session token bounce and exit from the frame. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  await app.shopify.authenticate.admin(request);
  return null;
}
