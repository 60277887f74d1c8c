import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { keepSnapshot, surround } from "./control/surround.ts";
import { bundleAll } from "./extensions/bundle.ts";
import { extensionsOf } from "./extensions/declared.ts";
import { createWorld, type World } from "./kernel/world.ts";
import { PLANS, type Plan } from "./shop.ts";
import { oneShop, serve } from "./start.ts";

const HELP = `The dev store: a local Shopify.

  npm run devstore -- [options]

Without --empty: the merchants' shops of seed/merchants, filled from a seed number, unless --snapshot has them already.

  --port N          port on 127.0.0.1 (4100)
  --seed N          seed number of the shops' data (1)
  --orders N        orders in each shop (200)
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
    seed: { type: "string", default: "1" },
    orders: { type: "string", default: "200" },
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
  const world = values.empty ? oneShop({ token: values.token, currency: values.currency, plan: planOf(values.plan) }).world : await filledWorld();
  const appUrl = values["app-url"];
  const outside = surround(world, { ...(values.snapshot ? { snapshotFile: values.snapshot } : {}), app: appUrl ? { appUrl } : {} });
  keepSnapshot(outside);
  const { origin } = await serve(world, Number(values.port));
  // An extension that cannot be bundled says so where it stands.
  void bundleAll(extensionsOf(world), outside.app.appUrl).catch(() => undefined);
  if (!values.empty) console.log(`Shops, admin and customer accounts: ${origin}/`);
  for (const shop of world.shops.values()) {
    console.log(`${shop.domain} at ${origin}${values.empty ? "" : `/${shop.domain}`}/admin/api/2026-10/graphql.json, token ${[...shop.tokens.keys()][0] ?? "none"}`);
  }
}

/** The merchants' shops with their orders. A snapshot that is there brings its own shops: nothing is made then. */
async function filledWorld(): Promise<World> {
  const world = createWorld();
  if (values.snapshot && existsSync(values.snapshot)) return world;
  const { seedWorld } = await import("./seed/seedWorld.ts");
  await seedWorld(world, { seed: Number(values.seed), orders: Number(values.orders) });
  return world;
}

function planOf(name: string): Plan {
  if (name in PLANS) return name as Plan;
  throw new Error(`--plan is one of ${Object.keys(PLANS).join(", ")}`);
}
