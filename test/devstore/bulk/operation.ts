import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, newId, tailOf } from "../kernel/ids.ts";
import { refuse, refuseAll, userError } from "../kernel/refused.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import { checkBulkQuery } from "./checkQuery.ts";
import { runBulkMutation } from "./runMutation.ts";
import { runBulkQuery } from "./runQuery.ts";

export type BulkStatus = "CREATED" | "RUNNING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED" | "EXPIRED";

export type BulkOperationRecord = {
  __typename: "BulkOperation";
  id: string;
  clientId: string;
  type: "QUERY" | "MUTATION";
  query: string;
  /** Only for mutations: what each line of the uploaded file holds. */
  lines: string | null;
  status: BulkStatus;
  errorCode: string | null;
  objectCount: number;
  rootObjectCount: number;
  /** JSONL; null while it runs and when nothing was found. */
  result: string | null;
  url: string | null;
  createdAt: string;
  completedAt: string | null;
};

/** What a finished run leaves. */
export type BulkResult = { objectCount: number; rootObjectCount: number; result: string | null };

/** Five of a kind may run at once for an app and shop since 2026-01, one before (recorded in facts; documented). */
const mostAtOnce = (version: string): number => (version >= "2026-01" ? 5 : 1);
const KEPT = 100;
const UNDER_WAY = new Set<BulkStatus>(["CREATED", "RUNNING", "CANCELING"]);

/** Those that this process will bring to an end; one from a snapshot that was cut off has expired. */
const live = new WeakSet<BulkOperationRecord>();
const statusOf = (o: BulkOperationRecord): BulkStatus => (UNDER_WAY.has(o.status) && !live.has(o) ? "EXPIRED" : o.status);

const SEARCH: SearchFields<BulkOperationRecord> = {
  of: "bulkOperations",
  bare: ["id"],
  fields: {
    id: { kind: "id", read: (o) => o.id },
    status: { kind: "exact", read: statusOf },
    operation_type: { kind: "exact", read: (o) => o.type },
    created_at: { kind: "time", read: (o) => o.createdAt },
    completed_at: { kind: "time", read: (o) => o.completedAt },
  },
};

const own = (ctx: Ctx): BulkOperationRecord[] => [...ctx.shop.bulkOperations.values()].filter((o) => o.clientId === ctx.token.clientId);

export const bulkFields: FieldMap = {
  Query: {
    bulkOperation: (args: { id: string }, ctx: Ctx) => own(ctx).find((o) => o.id === idOf(args.id, "BulkOperation")) ?? null,
    bulkOperations: (args: ConnectionArgs & { query?: string | null; sortKey?: string | null }, ctx: Ctx) =>
      connection(sortedBy(own(ctx).filter(matcher(SEARCH, args.query)), { CREATED_AT: (o) => o.createdAt, COMPLETED_AT: (o) => o.completedAt ?? "9" }, args.sortKey ?? "CREATED_AT"), args),
    currentBulkOperation: (args: { type?: string | null }, ctx: Ctx) => own(ctx).findLast((o) => o.type === (args.type ?? "QUERY")) ?? null,
  },
  Mutation: {
    bulkOperationRunQuery: (args: { query: string }, ctx: Ctx) => {
      refuseAll(checkBulkQuery(ctx, args.query).map((message) => userError(["query"], message, "INVALID")));
      return { bulkOperation: started(ctx, "QUERY", args.query, null) };
    },
    bulkOperationRunMutation: (args: { mutation: string; stagedUploadPath: string }, ctx: Ctx) => {
      const upload = ctx.shop.uploads.get(args.stagedUploadPath.replace(/^\//, ""));
      if (upload?.content == null) return refuse(["stagedUploadPath"], "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.", "NO_SUCH_FILE");
      return { bulkOperation: started(ctx, "MUTATION", args.mutation, Buffer.from(upload.content, "base64").toString("utf8")) };
    },
    bulkOperationCancel: (args: { id: string }, ctx: Ctx) => {
      const record = own(ctx).find((o) => o.id === idOf(args.id, "BulkOperation")) ?? refuse(["id"], "Bulk operation does not exist");
      if (!UNDER_WAY.has(statusOf(record))) refuse(null, "A bulk operation cannot be canceled when it is completed");
      record.status = "CANCELING";
      return { bulkOperation: record };
    },
  },
  BulkOperation: {
    status: statusOf,
    objectCount: (o: BulkOperationRecord) => String(o.objectCount),
    rootObjectCount: (o: BulkOperationRecord) => String(o.rootObjectCount),
    fileSize: (o: BulkOperationRecord) => (o.result === null ? null : String(Buffer.byteLength(o.result))),
    partialDataUrl: () => null,
  },
};

/** A new operation, CREATED; it runs a moment later and says so by `bulk_operations/finish`. */
function started(ctx: Ctx, type: BulkOperationRecord["type"], query: string, lines: string | null): BulkOperationRecord {
  const { shop } = ctx;
  const busy = own(ctx).filter((o) => o.type === type && UNDER_WAY.has(statusOf(o)));
  if (busy.length >= mostAtOnce(ctx.apiVersion)) refuse(null, `A bulk ${type.toLowerCase()} operation for this app and shop is already in progress: ${busy.at(-1)?.id ?? ""}.`, "OPERATION_IN_PROGRESS");
  const record: BulkOperationRecord = {
    __typename: "BulkOperation", id: newId(shop, "BulkOperation"), clientId: ctx.token.clientId, type, query, lines, status: "CREATED", errorCode: null,
    objectCount: 0, rootObjectCount: 0, result: null, url: null, createdAt: ctx.now(), completedAt: null,
  };
  shop.bulkOperations.set(record.id, record);
  if (shop.bulkOperations.size > KEPT) shop.bulkOperations.delete(shop.bulkOperations.keys().next().value ?? "");
  live.add(record);
  setTimeout(() => begin(record), ctx.world.bulkTimes.startsMs).unref();
  setTimeout(() => finish(ctx, record), ctx.world.bulkTimes.endsMs).unref();
  return record;
}

function begin(record: BulkOperationRecord): void {
  if (record.status === "CREATED") record.status = "RUNNING";
}

function finish(ctx: Ctx, record: BulkOperationRecord): void {
  if (ctx.shop.bulkOperations.get(record.id) !== record) return;
  record.completedAt = ctx.now();
  if (record.status === "CANCELING") record.status = "CANCELED";
  else complete(ctx, record);
  record.lines = null;
  ctx.emit("bulk_operations/finish", record.id);
}

function complete(ctx: Ctx, record: BulkOperationRecord): void {
  try {
    const done = record.type === "QUERY" ? runBulkQuery(ctx, record.query) : runBulkMutation(ctx, record.query, record.lines ?? "");
    Object.assign(record, done, { status: "COMPLETED", url: done.result === null ? null : `${ctx.origin}/__bulk/${tailOf(record.id)}.jsonl` });
  } catch (error) {
    const denied = error instanceof Error && /^Access denied/.test(error.message);
    Object.assign(record, { status: "FAILED", errorCode: denied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR" });
    if (!denied) console.error(error);
  }
}

export const bulkNodes: NodeMap = { BulkOperation: (ctx, id) => own(ctx).find((o) => o.id === id) };
