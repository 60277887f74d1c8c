/**
 * The screens of a shop with many cases: npm run --silent pages -- [--cases 100000] [--rounds 7] [--json], on PGlite; on PostgreSQL with
 * node test/postgres.ts npm run pages. Each page is asked for as a browser does, and its median and slowest answer are printed.
 */
import { parseArgs } from "node:util";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { apiShop, type ApiShop } from "../api/apiShop.ts";
import { stepsOf } from "../app/rmaSteps.ts";

export type Paged = Readonly<{ page: string; status: number; median: number; slowest: number; kilobytes: number }>;

/** Numbers and names are spread so that each page finds some: a tenth of the cases are open, one in fifty is overdue. */
const COPIES = `
  INSERT INTO "Rma" ("id", "shop", "number", "state", "orderId", "orderName", "customerId", "policyVersion", "openedAt", "openedBy", "dueAt")
  SELECT 'many' || n, r."shop", 'RMA-' || (100000 + n), (ARRAY['requested', 'approved', 'under_way', 'received', 'inspected', 'settled', 'closed', 'closed', 'closed', 'declined', 'closed', 'closed', 'closed', 'settled', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'])[1 + n % 20],
    'gid://shopify/Order/' || (900000000 + n / 2), '#' || (500000 + n / 2), 'gid://shopify/Customer/' || (n % 30000), r."policyVersion", now() - n * interval '5 minutes', r."openedBy",
    CASE WHEN n % 20 < 5 THEN now() + ((n % 5000) - 100) * interval '1 hour' END
  FROM generate_series(1, $1::int) n, "Rma" r WHERE r."id" = $2;
  INSERT INTO "RmaLine" ("id", "shop", "rmaId", "lineId", "title", "quantity", "remedy", "claim", "decision", "promised", "received", "settled", "serial")
  SELECT 'manyline' || n, l."shop", 'many' || n, 'gid://shopify/LineItem/' || (700000000 + n), l."title" || ' ' || (n % 97), l."quantity", l."remedy", l."claim", l."decision", l."promised", 0, CASE WHEN n % 20 < 5 THEN 0 ELSE 1 END, 'SN' || md5(n::text)
  FROM generate_series(1, $1::int) n, "RmaLine" l WHERE l."rmaId" = $2;
  INSERT INTO "TimelineEntry" ("shop", "rmaId", "at", "by", "kind", "text") SELECT r."shop", r."id", r."openedAt", 'Desk', 'note', 'Called' FROM "Rma" r, generate_series(1, 3) WHERE r."id" LIKE 'many%';
  INSERT INTO "Action" ("id", "shop", "rmaId", "kind", "key", "input", "state", "doneAt") SELECT 'manyaction' || r."id", r."shop", r."id", 'returnRequest', 'many' || r."id", '{}', CASE WHEN r."number" LIKE '%000' THEN 'stopped' ELSE 'done' END, now() FROM "Rma" r WHERE r."id" LIKE 'many%';
  INSERT INTO "Coverage" ("shop", "orderId", "lineId", "orderName", "title", "customerId", "policyVersion", "returnUntil", "warrantyUntil", "refreshedAt", "units", "unitsArrived")
  SELECT c."shop", 'gid://shopify/Order/' || (900000000 + n), 'gid://shopify/LineItem/' || (700000000 + n), '#' || (500000 + n), c."title", 'gid://shopify/Customer/' || (n % 30000), c."policyVersion", c."returnUntil" + n % 400, c."warrantyUntil", now(), 1, 1 FROM generate_series(1, $1::int) n, (SELECT * FROM "Coverage" LIMIT 1) c;
  INSERT INTO "Registration" ("id", "shop", "orderId", "orderName", "lineId", "unit", "serial", "product", "registeredOn")
  SELECT 'manyreg' || n, r."shop", 'gid://shopify/Order/' || (900000000 + n), '#' || (500000 + n), 'gid://shopify/LineItem/' || (700000000 + n), 1, 'SN' || md5(n::text), 'Camera ' || (n % 97), current_date - n % 900 FROM generate_series(1, $1::int) n, "Rma" r WHERE r."id" = $2;
  INSERT INTO "AuditEntry" ("shop", "at", "by", "kind", "what") SELECT r."shop", now() - n * interval '1 minute', 'staff' || (n % 9) || '@example.com', 'saw', '/app/rmas/many' || n FROM generate_series(1, $1::int) n, "Rma" r WHERE r."id" = $2;`;

const pages = [
  "/app", "/app/rmas", "/app/rmas?view=requested", "/app/rmas?due=overdue&sort=due", "/app/rmas?remedy=refund", "/app/rmas?query=RMA-150000", "/app/rmas?query=camera%2013", "/app/rmas?query=nothing%20like%20it", "/app/rmas?after=many50000", "/app/rmas?sort=oldest",
  "/app/rmas/many77", "/app/registrations", "/app/registrations?query=SNab", "/app/registrations?view=elsewhere", "/app/settings/audit", "/app/settings/audit?by=staff3", "/app/policy", "/app/orders",
] as const;

/** A shop with one real case and `cases` copies of it. */
export async function manyCases(cases: number): Promise<ApiShop> {
  const m = await apiShop("amcrest"), placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }] }), { id } = await stepsOf(m).requested(placed, { remedy: "refund" });
  await refreshCoverage(m.s.app, { shop: m.shop, orderId: placed.orderId });
  for (const statement of COPIES.split(";").map((part) => part.trim()).filter(Boolean)) await m.s.app.db.sql.query(statement.replaceAll("$1", String(cases)).replaceAll("$2", `'${id}'`));
  await m.s.app.db.sql.query("ANALYZE");
  return m;
}

/** Asks for each page `rounds` times, in turns. */
export async function timePages(m: ApiShop, rounds: number): Promise<readonly Paged[]> {
  const times = new Map<string, number[]>(), last = new Map<string, { status: number; bytes: number }>();
  for (let round = 0; round < rounds; round++) {
    for (const page of pages) {
      const begun = performance.now(), { status, body } = await m.asStaff<unknown>(page, { headers: { accept: "text/html" } });
      times.set(page, [...(times.get(page) ?? []), performance.now() - begun]);
      last.set(page, { status, bytes: typeof body === "string" ? body.length : 0 });
    }
  }
  return pages.map((page) => {
    const sorted = [...(times.get(page) ?? [])].sort((a, b) => a - b);
    return { page, status: last.get(page)?.status ?? 0, median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), slowest: Math.round(sorted.at(-1) ?? 0), kilobytes: Math.round((last.get(page)?.bytes ?? 0) / 1024) };
  });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { cases: { type: "string", default: "100000" }, rounds: { type: "string", default: "7" }, json: { type: "boolean", default: false } } });
  const m = await manyCases(Number(values.cases)), paged = await timePages(m, Number(values.rounds));
  await m.s.close();
  if (values.json) console.log(JSON.stringify({ database: m.s.app.db.kind, cases: Number(values.cases), pages: paged }));
  else for (const { page, status, median, slowest, kilobytes } of paged) console.log(`${page.padEnd(40)} ${status} ${String(median).padStart(6)} ms median ${String(slowest).padStart(6)} ms slowest ${String(kilobytes).padStart(5)} KiB`);
  process.exitCode = paged.every(({ status }) => status === 200) ? 0 : 1;
}
