/** What is not answered as asked: thrown anywhere below a route, told in one place. */
import type { ApiError, ApiQuote } from "../api.ts";

export type FailureCode = ApiError["error"]["code"];
export type FieldFault = Readonly<{ field: string; message: string }>;

const statuses: Readonly<Record<FailureCode, number>> = {
  invalid: 400, unauthenticated: 401, forbidden: 403, not_found: 404, wrong_method: 405, conflict: 409, gone: 410, too_large: 413, wrong_type: 415, refused: 422, too_many_lines: 422, too_many: 429, away: 503,
};

/** `message` replaces the code's own words; `fields` are paths in the body. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly more: Readonly<{ message?: string; fields?: readonly FieldFault[]; decision?: ApiQuote; retryAfter?: number }>;
  constructor(code: FailureCode, more: Failure["more"] = {}) {
    super(more.message ?? code);
    this.code = code;
    this.more = more;
  }
}

/** The answer of a failure; `say` has a sentence for each code in the language of who asks. */
export function failureAnswer({ code, more }: Failure, say: Readonly<Record<FailureCode, string>>): Response {
  const { message = say[code], fields, decision, retryAfter } = more;
  const body: ApiError = { error: { code, message, ...(fields ? { fields } : {}), ...(decision ? { decision } : {}) } };
  return Response.json(body, { status: statuses[code], headers: { "cache-control": "no-store", ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }) } });
}
