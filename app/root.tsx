import { useContext } from "react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { Nonce } from "./ui/Nonce.ts";
import { words } from "./ui/words.en.ts";

/** The id of the request, for a person who reports that something went wrong. */
export const loader = ({ context: { requestId } }: LoaderFunctionArgs): { requestId: string | null } => ({ requestId: requestId ?? null });

export default function Root() {
  const nonce = useContext(Nonce);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{words.nav.home}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
