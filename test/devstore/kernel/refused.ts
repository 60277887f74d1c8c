/** One entry of a payload's `userErrors`. `code` is only read where the payload's error type has one. */
export type UserError = { field: readonly string[] | null; message: string; code: string | null };

export const userError = (field: readonly string[] | null, message: string, code: string | null = null): UserError => ({ field, message, code });

/** Thrown inside a mutation when nothing of it may happen; `runMutation` turns it into the payload's `userErrors`. */
export class Refused extends Error {
  readonly userErrors: readonly UserError[];
  /** Fields of the payload that are answered all the same, e.g. refundCreate's `order` (recorded). */
  readonly beside: Record<string, unknown>;
  constructor(userErrors: readonly UserError[], beside: Record<string, unknown> = {}) {
    super(userErrors.map((e) => e.message).join("; "));
    this.userErrors = userErrors;
    this.beside = beside;
  }
}

/** Throws one userError. Before any change of state: what was changed stays changed. */
export function refuse(field: readonly string[] | null, message: string, code: string | null = null): never {
  throw new Refused([userError(field, message, code)]);
}

/** Throws when the list has entries. */
export function refuseAll(errors: readonly UserError[]): void {
  if (errors.length > 0) throw new Refused(errors);
}
