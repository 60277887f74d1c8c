/** The one place that reads userErrors: Shopify understood and said no. */

export type Refusal = Readonly<{ field: string; code: string | null; message: string }>;
type UserError = Readonly<{ field?: readonly string[] | null; code?: string | null; message: string }>;
type Payload = Readonly<Record<string, unknown>> | null | undefined;

const errorLists = ["userErrors", "orderCancelUserErrors", "customerUserErrors", "mediaUserErrors"] as const;

/** What Shopify refused in a mutation's payload, each once; an empty list is a yes. */
export function refusalsOf(payload: Payload): readonly Refusal[] {
  const refusals = errorLists.flatMap((name) => (Array.isArray(payload?.[name]) ? (payload[name] as UserError[]) : [])).map((error) => ({
    field: error.field?.join(".") ?? "", code: error.code ?? null, message: error.message,
  }));
  return refusals.filter((refusal, i) => refusals.findIndex((other) => other.field === refusal.field && other.message === refusal.message) === i);
}
