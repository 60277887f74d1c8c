/** `npm run --silent bench -- NAME [--json]`: runs one of the measured comparisons and exits with its status. */
import { benchDecide } from "./decide.ts";
import { benchWebhooks } from "./webhooks.ts";

const benches: Readonly<Record<string, (asJson: boolean) => Promise<number>>> = { decide: benchDecide, webhooks: benchWebhooks };

const [name = "", ...flags] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
const unknown = flags.find((flag) => flag !== "--json");
if (!bench || unknown !== undefined) {
  console.error(bench ? `unknown flag ${unknown}` : `usage: npm run --silent bench -- ${Object.keys(benches).join("|")} [--json]`);
  process.exit(2);
}
process.exitCode = await bench(flags.includes("--json"));
