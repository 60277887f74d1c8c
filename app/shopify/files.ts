/** Files at Shopify: staged, taken over, and what they became. */
import type { Admin } from "./admin.ts";
import { createFiles, deleteFiles, filesById, stageUploads } from "./documents/files.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";

export type Staged = Readonly<{ url: string; resourceUrl: string; parameters: readonly Readonly<{ name: string; value: string }>[] }>;
export type ToStage = Readonly<{ filename: string; mimeType: string; size: number }>;
/** `url` is null until Shopify has worked on the file. */
export type FileAt = Readonly<{ id: string; status: "UPLOADED" | "PROCESSING" | "READY" | "FAILED"; url: string | null }>;

const kindOf = (mimeType: string): "IMAGE" | "VIDEO" => (mimeType.startsWith("video/") ? "VIDEO" : "IMAGE");

/** A place to send a file to, by POST with its parameters. */
export async function stageFile(admin: Admin, { filename, mimeType, size }: ToStage): Promise<Staged | Readonly<{ refused: readonly Refusal[] }>> {
  const { stagedUploadsCreate } = await admin.run(stageUploads, { input: [{ filename, mimeType, resource: kindOf(mimeType), httpMethod: "POST", fileSize: String(size) }] });
  const refused = refusalsOf(stagedUploadsCreate), target = stagedUploadsCreate?.stagedTargets?.[0];
  if (refused.length || !target?.url || !target.resourceUrl) return { refused: refused.length ? refused : [{ field: "input", code: null, message: "Shopify gave no place to upload to" }] };
  return { url: target.url, resourceUrl: target.resourceUrl, parameters: target.parameters };
}

/** Takes uploaded files over; the ids in the order given. Refused where nothing was sent to a place. */
export async function takeFiles(admin: Admin, files: readonly Readonly<{ source: string; mimeType: string }>[]): Promise<Readonly<{ ids: readonly string[] }> | Readonly<{ refused: readonly Refusal[] }>> {
  const { fileCreate } = await admin.run(createFiles, { files: files.map(({ source, mimeType }) => ({ originalSource: source, contentType: kindOf(mimeType) })) });
  const refused = refusalsOf(fileCreate);
  return refused.length ? { refused } : { ids: (fileCreate?.files ?? []).map((file) => file.id) };
}

/** How files stand; one that is not there any more is left out. */
export async function filesAt(admin: Admin, ids: readonly string[]): Promise<readonly FileAt[]> {
  const { nodes } = await admin.run(filesById, { ids: [...ids] });
  return nodes.flatMap((node): FileAt[] => {
    if (node?.__typename === "MediaImage") return [{ id: node.id, status: node.fileStatus, url: node.image?.url ?? null }];
    if (node?.__typename === "GenericFile") return [{ id: node.id, status: node.fileStatus, url: node.url }];
    if (node?.__typename === "Video") return [{ id: node.id, status: node.fileStatus, url: node.originalSource?.url ?? null }];
    return [];
  });
}

const GONE = "FILE_DOES_NOT_EXIST";

/** Lets a file go; one that is gone already is no matter. Shopify refuses one that it is at work on. */
export async function deleteFile(admin: Admin, id: string): Promise<readonly Refusal[]> {
  const { fileDelete } = await admin.run(deleteFiles, { ids: [id] });
  return refusalsOf(fileDelete).filter(({ code }) => code !== GONE);
}
