import { parseArgs } from "node:util";
import { keepSnapshot, surround } from "./control/surround.ts";
import { PLANS, type Plan } from "./shop.ts";
import { oneShop, serve } from "./start.ts";

const HELP = `The dev store: a local Shopify.

  npm run devstore -- [options]

  --port N          port on 127.0.0.1 (4100)
  --empty           one fresh shop with a single location at the plain path
  --currency CODE   currency of the empty shop (CAD)
  --token T         access token of the empty shop (shpat_devstore)
  --plan P          ${Object.keys(PLANS).join(", ")}: sets the rate limit (enterprise)
  --snapshot FILE   load the shops from it if it is there; save every minute and at the end
  --app-url URL     where the app answers on this machine, for webhooks (application_url of shopify.app.toml)
  --help            this text
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4100" },
    empty: { type: "boolean", default: false },
    currency: { type: "string", default: "CAD" },
    token: { type: "string", default: "shpat_devstore" },
    plan: { type: "string", default: "enterprise" },
    snapshot: { type: "string" },
    "app-url": { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const { world, shop } = oneShop({ token: values.token, currency: values.currency, plan: planOf(values.plan) });
  const appUrl = values["app-url"];
  keepSnapshot(surround(world, { ...(values.snapshot ? { snapshotFile: values.snapshot } : {}), app: appUrl ? { appUrl } : {} }));
  const { origin } = await serve(world, Number(values.port));
  console.log(`${shop.domain} at ${origin}/admin/api/2026-10/graphql.json, token ${values.token}`);
}

function planOf(name: string): Plan {
  if (name in PLANS) return name as Plan;
  throw new Error(`--plan is one of ${Object.keys(PLANS).join(", ")}`);
}
