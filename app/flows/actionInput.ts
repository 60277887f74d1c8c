/** What each kind of action at Shopify carries. Stored as JSON before anything is sent. */
import type { Action } from "../generated/prisma/client.ts";
import type { NewCharge } from "./charges.ts";
import type { Disposition } from "./dispositions.ts";
import type { ReturnDeclineReason, ReturnInput, ReturnRequestInput } from "../shopify/sendReturn.ts";

/** A line that is settled with the return: `paidBack` is its share of what goes back, decimal text. */
export type SettledLine = Readonly<{ rmaLineId: string; fulfillmentLineId: string; quantity: number; remedy: string; paidBack: string; comesBack: boolean; disposition?: Disposition | undefined }>;
/** One row of what is paid back; fees are negative. */
export type StatementRow = Readonly<{ what: string; ours: string; shopify?: string }>;

/** What is done with money and goods in one settlement; `paidBack` is negative where the customer owes. */
export type Settlement = Readonly<{
  round: number; currency: string; by: string; lines: readonly SettledLine[]; rows: readonly StatementRow[]; paidBack: string;
  /** What goes back of the first delivery, as Shopify takes it (without the tax that it adds itself), and with that tax. */
  shipping: string | null; shippingWithTax?: string | null;
  credit: Readonly<{ expiresOn: string | null }> | null;
  /** Staff pay this amount although Shopify suggests another, and why. */
  accepted: Readonly<{ amount: string; reason: string }> | null;
  /** What the customer owes beside the return. Settlements stored before there were charges have none. */
  owed?: readonly NewCharge[];
}>;

export type ActionInput =
  | Readonly<{ kind: "request"; orderId: string; mark: string; input: ReturnRequestInput; approveAfter: boolean; by: string }>
  | Readonly<{ kind: "create"; orderId: string; mark: string; input: ReturnInput; by: string }>
  | Readonly<{ kind: "approve" | "cancel" | "close" | "reopen"; returnId: string; by: string }>
  | Readonly<{ kind: "decline"; returnId: string; reason: ReturnDeclineReason; note: string; by: string }>
  | Readonly<{ kind: "charge"; orderId: string; chargeId: string; mark: string; what: string; amount: string; currency: string; by: string }>
  | Readonly<{ kind: "invoice"; orderId: string; chargeId: string; by: string }>
  | Readonly<{ kind: "cancelOrder"; orderId: string; mark: string; by: string }>
  | Readonly<{ kind: "dispose"; returnId: string; lines: readonly Pick<SettledLine, "rmaLineId" | "fulfillmentLineId" | "quantity" | "disposition">[]; by: string }>
  | Readonly<{ kind: "refund"; orderId: string; mark: string; lines: readonly Readonly<{ lineId: string; quantity: number }>[]; settlement: Settlement; by: string }>
  | Readonly<{ kind: "release"; returnId: string; settlement: Settlement; by: string }>
  | Readonly<{ kind: "renew"; orderId: string; mark: string; oldReturnId: string | null; input: ReturnInput; settlement: Settlement; by: string }>
  | Readonly<{ kind: "process"; returnId: string; exchanges: readonly Readonly<{ id: string; quantity: number }>[]; returnLines: Readonly<Record<string, string>>; settlement: Settlement; by: string }>;

export type Kind = ActionInput["kind"];
export type InputOf<K extends Kind> = Extract<ActionInput, Readonly<{ kind: K }>>;

/** An action's input as its kind has it. */
export const inputOf = (action: Action): ActionInput => action.input as unknown as ActionInput;
