/** A top-level error with a code; the kernel adds locations and path. The field's value becomes null. */
export class Failure extends Error {
  readonly code: string;
  readonly more: Record<string, unknown>;
  constructor(message: string, code: string, more: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.more = more;
  }
}

/** What the store does not play fails by its name, never with an invented value. */
export const notModelled = (what: string): Failure => new Failure(`not modelled: ${what}`, "NOT_MODELLED");
