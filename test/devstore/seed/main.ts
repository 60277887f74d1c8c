import { parseArgs } from "node:util";
import { overHttp } from "./adminCall.ts";
import { fillShop } from "./fillShop.ts";
import { readMerchants, readPlaces } from "./merchant.ts";

const HELP = `Fills a shop with a merchant's catalogue, customers, orders and returns, through the Admin API alone.

  node test/devstore/seed/main.ts --url https://SHOP.myshopify.com/admin/api/2026-10/graphql.json --token T --shop ID

  --url URL      the shop's Admin API
  --token T      an access token that may write products, customers, orders, fulfillments and returns
  --shop ID      whose data: ${readMerchants().map((m) => m.id).join(", ")}
  --seed N       seed number (1): the same number and day give the same data
  --today DATE   the day all dates are relative to (today, UTC)
  --orders N     how many orders (200)
`;

const { values } = parseArgs({
  options: {
    url: { type: "string" }, token: { type: "string" }, shop: { type: "string" }, seed: { type: "string", default: "1" },
    today: { type: "string", default: new Date().toISOString().slice(0, 10) }, orders: { type: "string", default: "200" }, help: { type: "boolean", default: false },
  },
});

const merchant = readMerchants().find((m) => m.id === values.shop);
if (values.help || !values.url || !values.token || !merchant) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  const started = performance.now();
  const filled = await fillShop(overHttp(values.url, values.token), merchant, readPlaces(), { seed: Number(values.seed), today: values.today, orders: Number(values.orders) });
  const { products, customers, orders, shipments, returns } = filled;
  console.log(`${filled.shop}: ${products} products, ${customers} customers, ${orders} orders, ${shipments} parcels, ${returns} returns in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
