import { gid } from "../kernel/ids.ts";
import type { Route } from "../kernel/server.ts";

/** Results of bulk operations, as JSONL over HTTP. */
export const bulkRoutes: Route[] = [
  {
    method: "GET",
    path: /^\/__bulk\/(\d+)\.jsonl$/,
    handle: (asked, world) => {
      const id = gid("BulkOperation", asked.match[1] ?? "");
      const found = [...world.shops.values()].flatMap((shop) => shop.bulkOperations.get(id) ?? [])[0];
      if (found?.result == null) return { status: 404, body: "Not Found" };
      return { status: 200, headers: { "content-type": "application/jsonl" }, body: found.result };
    },
  },
];
