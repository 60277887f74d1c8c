/** What a flow answers with, or the failure it means. */
import type { ApiQuote } from "../api.ts";
import type { NotFound } from "../flows/orderInHand.ts";
import type { Refusal } from "../shopify/refusals.ts";
import type { AccountWords } from "../words/account.ts";
import { Failure, type FieldFault } from "./failure.ts";

type Wrong = Readonly<{ wrong: readonly FieldFault[] }>;
type Refused = Readonly<{ refused: readonly Refusal[]; decision?: ApiQuote }>;

const conflicts = new Set(["TAKEN", "INVALID_STATE", "CHANGED"]);
/** Where a claim counts the units that other cases speak for. */
const UNITS = ".money.returnedQuantity";
const isInConflict = ({ code, field }: Refusal): boolean => (code !== null && conflicts.has(code)) || field.endsWith(UNITS);

/** Refusals of our own flows in the customer's words, where they are theirs to understand; Shopify's stay as they are. */
function said({ field, code, message }: Refusal, { attention }: AccountWords): FieldFault {
  if (code === "TAKEN" || field.endsWith(".quantity") || field.endsWith(UNITS)) return { field: field.replace(UNITS, ".quantity"), message: attention.taken };
  return { field, message: field.endsWith(".lineId") ? attention.lineMissing : message };
}

/** The result, or a Failure: not found, invalid with its fields, refused with the decision, in conflict with what is there. */
export function granted<Result extends object>(result: Result | NotFound | Wrong | Refused, words: AccountWords): Exclude<Result, NotFound | Wrong | Refused> {
  if ("notFound" in result) throw new Failure("not_found", result.notFound === "policy" ? { message: words.staff.noPolicy } : {});
  if ("wrong" in result) throw new Failure("invalid", { fields: result.wrong });
  if (!("refused" in result)) return result as Exclude<Result, NotFound | Wrong | Refused>;
  const { refused, decision } = result;
  if (decision) throw new Failure("refused", { decision });
  throw new Failure(refused.some(isInConflict) ? "conflict" : "invalid", { fields: refused.map((refusal) => said(refusal, words)) });
}
