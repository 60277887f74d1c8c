import { numberOf } from "../numberOf.ts";

/** The handle of the extension with the full page. */
const PAGE = "customer-return";

/** Where the full page of an order is: `path` "/", "/register", "/cancel" or "/case/17". */
export function pageAddress(orderId: string, path = "/", about: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...about, orderId });
  return `extension:${PAGE}${path}?${query.toString()}`;
}

type Action = { readonly kind: "return" | "warranty" | "register" | "cancel" | "not_received"; readonly reason: string | null };

/** Where a line's button leads. */
export function actionAddress(orderId: string, lineId: string, { kind, reason }: Action): string {
  const line = numberOf(lineId);
  if (kind === "register") return pageAddress(orderId, "/register", { line });
  if (kind === "cancel") return pageAddress(orderId, "/cancel");
  return pageAddress(orderId, "/", { line, kind, ...(reason ? { reason } : {}) });
}
