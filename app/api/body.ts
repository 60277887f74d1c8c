/** A request's body: JSON of a schema, within a size. Everything that is wrong with it is named at once. */
import type { z } from "zod";
import { issuesOf } from "../../policy/claim.ts";
import { Failure } from "./failure.ts";
import { notKeepable } from "./keepable.ts";

const MOST_BYTES = 64 * 1024;

/** Reads at most `most` bytes, whatever the length says that was announced. Throws Failure. */
async function textOf(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Failure("too_large");
  const chunks: Uint8Array[] = [], reader = request.body?.getReader();
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) throw new Failure("too_large");
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("invalid", { fields: [{ field: "body", message: "is not JSON" }] });
  }
}

/** The body by its schema. Throws Failure: wrong_type, too_large, invalid with each field. */
export async function bodyOf<Shape extends z.ZodType>(request: Request, schema: Shape, most = MOST_BYTES): Promise<z.infer<Shape>> {
  if (request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() !== "application/json") throw new Failure("wrong_type");
  const sent = parsed(await textOf(request, most)), fault = notKeepable(sent);
  if (fault) throw new Failure("invalid", { fields: [fault] });
  const read = schema.safeParse(sent);
  if (read.success) return read.data;
  throw new Failure("invalid", { fields: issuesOf(read.error).map(({ path, message }) => ({ field: path.replace(/\[(\d+)\]/g, ".$1") || "body", message })) });
}
