import { randomUUID } from "node:crypto";
import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { notModelled } from "../kernel/failure.ts";
import { gid, newId, tailOf } from "../kernel/ids.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";

/** A place to upload to; `content` is null until something was sent, then base64. */
export type StagedTarget = { path: string; filename: string; mimeType: string; resource: string; url: string; content: string | null; at: string; /** What was said of its size, in bytes. */ size?: number };

export type FileRecord = {
  __typename: "GenericFile" | "MediaImage";
  id: string;
  alt: string | null;
  mimeType: string | null;
  size: number | null;
  url: string;
  image: { __typename: "Image"; id: string; url: string; altText: string | null; width: number | null; height: number | null } | null;
  /** Real ms: files become ready a moment later. */
  madeAt: number;
  createdAt: string;
  updatedAt: string;
};

export type MediaInput = { originalSource: string; alt?: string | null; mediaContentType: string };
type FileInput = { originalSource: string; alt?: string | null; contentType?: string | null; filename?: string | null; duplicateResolutionMode?: string | null };
type UploadInput = { filename: string; mimeType: string; resource: string; httpMethod?: "POST" | "PUT" | null; fileSize?: string | null };
type ListArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };

/** Until then a file is UPLOADED and has no address (assumed: Shopify works on files in the background). */
const READY_AFTER_MS = 200;
const SIZED = new Set(["VIDEO", "MODEL_3D"]);

const isReady = (file: FileRecord): boolean => Date.now() - file.madeAt >= READY_AFTER_MS;

const SEARCH: SearchFields<FileRecord> = {
  of: "files",
  bare: ["filename"],
  fields: {
    id: { kind: "id", read: (f) => f.id },
    filename: { kind: "word", read: (f) => f.url.slice(f.url.lastIndexOf("/") + 1) },
    media_type: { kind: "exact", read: (f) => (f.__typename === "MediaImage" ? "IMAGE" : "FILE") },
    created_at: { kind: "time", read: (f) => f.createdAt },
    updated_at: { kind: "time", read: (f) => f.updatedAt },
  },
};

const KEYS: Record<string, (f: FileRecord) => string | number> = {
  ID: (f) => Number(tailOf(f.id)), CREATED_AT: (f) => f.createdAt, UPDATED_AT: (f) => f.updatedAt, FILENAME: (f) => f.url.slice(f.url.lastIndexOf("/") + 1), ORIGINAL_UPLOAD_SIZE: (f) => f.size ?? 0,
};

export const fileFields: FieldMap = {
  Query: { files: (args: ListArgs, ctx: Ctx) => connection(sortedBy([...ctx.shop.files.values()].filter(matcher(SEARCH, args.query)), KEYS, args.sortKey ?? "ID"), args) },
  Mutation: {
    stagedUploadsCreate: (args: { input: UploadInput[] }, ctx: Ctx) => {
      refuseAll(args.input.flatMap(stageErrors));
      return { stagedTargets: args.input.map((input) => stage(ctx, input)) };
    },
    fileCreate: (args: { files: FileInput[] }, ctx: Ctx) => {
      refuseAll(args.files.flatMap((file, i) => sourceErrors(ctx, file.originalSource, ["files", String(i), "originalSource"])));
      return { files: args.files.map((file) => addFile(ctx, file)) };
    },
    fileUpdate: (args: { files: { id: string; alt?: string | null }[] }, ctx: Ctx) => ({ files: args.files.map((change, i) => changeFile(ctx, change, i)) }),
    fileDelete: (args: { fileIds: string[] }, ctx: Ctx) => {
      refuseAll(args.fileIds.flatMap((id) => (ctx.shop.files.has(id) ? [] : [userError(["fileIds"], `File id ${id} does not exist.`, "FILE_DOES_NOT_EXIST")])));
      for (const id of args.fileIds) ctx.shop.files.delete(id);
      return { deletedFileIds: args.fileIds };
    },
  },
  File: {
    fileStatus: (f: FileRecord) => (isReady(f) ? "READY" : "UPLOADED"),
    fileErrors: () => [],
    preview: (f: FileRecord) => ({ image: isReady(f) ? f.image : null, status: isReady(f) ? "READY" : "UPLOADED" }),
  },
  GenericFile: { url: (f: FileRecord) => (isReady(f) ? f.url : null), originalFileSize: (f: FileRecord) => f.size },
  MediaImage: {
    image: (f: FileRecord) => (isReady(f) ? f.image : null),
    status: (f: FileRecord) => (isReady(f) ? "READY" : "UPLOADED"),
    mediaContentType: () => "IMAGE",
    mediaErrors: () => [],
    mediaWarnings: () => [],
    originalSource: (f: FileRecord) => ({ fileSize: f.size, url: f.url }),
  },
  Image: {
    src: (i: { url: string }) => i.url,
    originalSrc: (i: { url: string }) => i.url,
    transformedSrc: (i: { url: string }) => i.url,
    thumbhash: () => null,
  },
};

/** A video's size must be named; a file may be anything but HTML (documented: StagedUploadInput, StagedUploadTargetGenerateUploadResource). */
function stageErrors(input: UploadInput, i: number): UserError[] {
  if (SIZED.has(input.resource) && input.fileSize == null) return [userError(["input", String(i), "fileSize"], "file size is required for video and 3d model resources")];
  return input.resource === "FILE" && input.mimeType === "text/html" ? [userError(["input", String(i), "mimeType"], "text/html is not a recognized format")] : [];
}

/** PUT sends the bytes alone, POST a form whose `key` names the path (documented: stagedUploadsCreate). */
function stage(ctx: Ctx, input: UploadInput): object {
  const path = `tmp/${tailOf(ctx.shop.id)}/${input.resource.toLowerCase()}/${randomUUID()}/${encodeURIComponent(input.filename)}`;
  const base = `${ctx.origin}/__uploads/`;
  const url = base + path;
  ctx.shop.uploads.set(path, { path, filename: input.filename, mimeType: input.mimeType, resource: input.resource, url, content: null, at: ctx.now(), ...(input.fileSize == null ? {} : { size: Number(input.fileSize) }) });
  const post = input.httpMethod === "POST" || input.resource === "BULK_MUTATION_VARIABLES";
  const parameters = post ? { key: path, "Content-Type": input.mimeType, success_action_status: "201", acl: "private" } : { content_type: input.mimeType, acl: "private" };
  return { url: post ? base : url, resourceUrl: url, parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })) };
}

/** A source is an address on the web, or one of this server's uploads that something was sent to. */
function sourceErrors(ctx: Ctx, source: string, field: string[]): UserError[] {
  const staged = stagedAt(ctx, source);
  if (staged && staged.content === null) return [userError(field, "The file could not be found at the staged upload url.", "INVALID")];
  return staged || /^https?:\/\//.test(source) ? [] : [userError(field, "Invalid image source url value provided", "INVALID_IMAGE_SOURCE_URL")];
}

const stagedAt = (ctx: Ctx, source: string): StagedTarget | undefined => [...ctx.shop.uploads.values()].find((u) => u.url === source);

function addFile(ctx: Ctx, input: FileInput): FileRecord {
  modelledOnly(input, "FileCreateInput", ["originalSource", "alt", "contentType", "filename", "duplicateResolutionMode"]);
  if (input.duplicateResolutionMode && input.duplicateResolutionMode !== "APPEND_UUID") throw notModelled(`duplicateResolutionMode ${input.duplicateResolutionMode}`);
  const staged = stagedAt(ctx, input.originalSource);
  const mimeType = staged?.mimeType ?? null;
  const isImage = input.contentType === "IMAGE" || (input.contentType == null && (mimeType?.startsWith("image/") || /\.(png|jpe?g|gif|webp|svg)(\?|$)/i.test(input.originalSource)));
  const type = isImage ? "MediaImage" : "GenericFile";
  const id = newId(ctx.shop, type);
  const now = ctx.now();
  const image = isImage ? { __typename: "Image" as const, id: gid("ImageSource", tailOf(id)), url: input.originalSource, altText: input.alt ?? null, width: null, height: null } : null;
  const size = staged?.content == null ? null : Buffer.from(staged.content, "base64").length;
  const file: FileRecord = { __typename: type, id, alt: input.alt ?? null, mimeType, size, url: input.originalSource, image, madeAt: Date.now(), createdAt: now, updatedAt: now };
  ctx.shop.files.set(id, file);
  return file;
}

function changeFile(ctx: Ctx, change: { id: string; alt?: string | null }, i: number): FileRecord {
  modelledOnly(change, "FileUpdateInput", ["id", "alt"]);
  const file = ctx.shop.files.get(change.id) ?? refuse(["files", String(i), "id"], `File id ${change.id} does not exist.`, "FILE_DOES_NOT_EXIST");
  if (change.alt !== undefined) file.alt = change.alt;
  if (file.image) file.image.altText = file.alt;
  file.updatedAt = ctx.now();
  return file;
}

/** Files for media of a product; their ids. */
export const addMedia = (ctx: Ctx, media: readonly MediaInput[]): string[] =>
  media.map((m) => addFile(ctx, { originalSource: m.originalSource, alt: m.alt ?? null, contentType: m.mediaContentType === "IMAGE" ? "IMAGE" : "FILE" }).id);

export const fileNodes: NodeMap = { GenericFile: (ctx, id) => ctx.shop.files.get(id), MediaImage: (ctx, id) => ctx.shop.files.get(id) };
