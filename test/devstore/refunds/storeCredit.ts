import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, newId, readGid, tailOf } from "../kernel/ids.ts";
import { minorOf, moneyV2 } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import type { MoneyInput } from "../orders/bag.ts";
import type { OrderRecord, TransactionRecord } from "../orders/order.ts";
import { timeIn } from "../orders/timeIn.ts";
import type { StoreCreditAccountRecord, StoreCreditTransactionRecord } from "./refund.ts";

/** The account of an owner in a currency; each currency has its own (schema: storeCreditAccountCredit). */
function accountFor(ctx: Ctx, ownerId: string, currency: string): StoreCreditAccountRecord {
  const known = accountsOf(ctx, ownerId).find((a) => a.currency === currency);
  if (known) return known;
  const account: StoreCreditAccountRecord = { __typename: "StoreCreditAccount", id: newId(ctx.shop, "StoreCreditAccount"), ownerId, currency, balance: 0, transactions: [] };
  ctx.shop.storeCreditAccounts.set(account.id, account);
  return account;
}

export const accountsOf = (ctx: Ctx, ownerId: string): StoreCreditAccountRecord[] => [...ctx.shop.storeCreditAccounts.values()].filter((a) => a.ownerId === ownerId);

/** Store credit that a refund gives, in the currency the customer paid in. */
export function creditForRefund(ctx: Ctx, order: OrderRecord, transaction: TransactionRecord, amount: number, expiresAt: string | null): StoreCreditTransactionRecord {
  if (!order.customerId) throw new Error(`store credit for ${order.name}, which has no customer`);
  return credit(ctx, accountFor(ctx, order.customerId, order.presentmentCurrencyCode), { amount, expiresAt, event: "ORDER_REFUND", originTransactionId: transaction.id });
}

type Move = { amount: number; expiresAt: string | null; event: StoreCreditTransactionRecord["event"]; originTransactionId: string | null };

function credit(ctx: Ctx, account: StoreCreditAccountRecord, move: Move): StoreCreditTransactionRecord {
  return entered(ctx, account, { ...move, __typename: "StoreCreditAccountCreditTransaction", remaining: move.amount });
}

function entered(ctx: Ctx, account: StoreCreditAccountRecord, move: Move & Pick<StoreCreditTransactionRecord, "__typename" | "remaining">): StoreCreditTransactionRecord {
  account.balance += move.amount;
  const record: StoreCreditTransactionRecord = { ...move, id: newId(ctx.shop, move.__typename), accountId: account.id, balanceAfter: account.balance, createdAt: ctx.now() };
  account.transactions.push(record);
  return record;
}

/** Spends the credits that run out first (schema: StoreCreditAccountCreditTransaction.expiresAt). */
function debit(ctx: Ctx, account: StoreCreditAccountRecord, amount: number): StoreCreditTransactionRecord {
  let rest = amount;
  const open = account.transactions.filter((t) => t.remaining > 0).sort((a, b) => (a.expiresAt ?? "9") < (b.expiresAt ?? "9") ? -1 : 1);
  for (const one of open) {
    const taken = Math.min(rest, one.remaining);
    one.remaining -= taken;
    rest -= taken;
  }
  return entered(ctx, account, { amount: -amount, expiresAt: null, event: "ADJUSTMENT", originTransactionId: null, __typename: "StoreCreditAccountDebitTransaction", remaining: 0 });
}

/** The account that a mutation means: its own id, or an owner's with the currency of the amount. */
function accountAsked(ctx: Ctx, id: string, money: MoneyInput, make: boolean): StoreCreditAccountRecord {
  const type = readGid(idOf(id, "StoreCreditAccount", "Customer", "CompanyLocation"))?.type;
  if (type === "StoreCreditAccount") {
    const account = ctx.shop.storeCreditAccounts.get(id) ?? refuse(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND");
    if (account.currency !== money.currencyCode) refuse(["id"], "The currency provided does not match the currency of the store credit account", "MISMATCHING_CURRENCY");
    return account;
  }
  if (!ctx.shop.customers.has(id)) refuse(["id"], "Owner does not exist", make ? "OWNER_NOT_FOUND" : "ACCOUNT_NOT_FOUND");
  if (make) return accountFor(ctx, id, money.currencyCode);
  return accountsOf(ctx, id).find((a) => a.currency === money.currencyCode) ?? refuse(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND");
}

type CreditArgs = { id: string; creditInput: { creditAmount: MoneyInput; expiresAt?: string | null } };
type DebitArgs = { id: string; debitInput: { debitAmount: MoneyInput } };

/** `storeCreditAccountCredit`. Codes are the schema's, texts after its descriptions (assumed). */
function storeCreditAccountCredit({ id, creditInput: input }: CreditArgs, ctx: Ctx): object {
  const amount = minorOf(input.creditAmount.amount, input.creditAmount.currencyCode);
  if (amount <= 0) refuse(["creditInput", "creditAmount", "amount"], "A positive amount must be used to credit a store credit account", "NEGATIVE_OR_ZERO_AMOUNT");
  if (input.expiresAt && Date.parse(input.expiresAt) <= Date.parse(ctx.now())) refuse(["creditInput", "expiresAt"], "The expiry date must be in the future", "EXPIRES_AT_IN_PAST");
  const account = accountAsked(ctx, id, input.creditAmount, true);
  return { storeCreditAccountTransaction: credit(ctx, account, { amount, expiresAt: timeIn(input.expiresAt), event: "ADJUSTMENT", originTransactionId: null }) };
}

/** `storeCreditAccountDebit`. */
function storeCreditAccountDebit({ id, debitInput: input }: DebitArgs, ctx: Ctx): object {
  const amount = minorOf(input.debitAmount.amount, input.debitAmount.currencyCode);
  if (amount <= 0) refuse(["debitInput", "debitAmount", "amount"], "A positive amount must be used to debit a store credit account", "NEGATIVE_OR_ZERO_AMOUNT");
  const account = accountAsked(ctx, id, input.debitAmount, false);
  if (account.balance < amount) refuse(["debitInput", "debitAmount", "amount"], "The store credit account does not have sufficient funds to satisfy the request", "INSUFFICIENT_FUNDS");
  return { storeCreditAccountTransaction: debit(ctx, account, amount) };
}

type Entry = (t: StoreCreditTransactionRecord, args: object, ctx: Ctx) => unknown;

const accountOf = (t: StoreCreditTransactionRecord, ctx: Ctx): StoreCreditAccountRecord => {
  const account = ctx.shop.storeCreditAccounts.get(t.accountId);
  if (!account) throw new Error(`dangling id ${t.accountId}`);
  return account;
};

const entryFields: Record<string, Entry> = {
  account: (t, _args, ctx) => accountOf(t, ctx),
  amount: (t, _args, ctx) => moneyV2(t.amount, accountOf(t, ctx).currency),
  balanceAfterTransaction: (t, _args, ctx) => moneyV2(t.balanceAfter, accountOf(t, ctx).currency),
  remainingAmount: (t, _args, ctx) => moneyV2(t.remaining, accountOf(t, ctx).currency),
  origin: (t, _args, ctx) => (t.originTransactionId ? (ctx.shop.orderTransactions.get(t.originTransactionId) ?? null) : null),
};

const { remainingAmount, ...debitFields } = entryFields;

export const storeCreditFields: FieldMap = {
  Query: {
    storeCreditAccount: (args: { id: string }, ctx: Ctx) => ctx.shop.storeCreditAccounts.get(idOf(args.id, "StoreCreditAccount")) ?? null,
    storeCreditConfiguration: () => ({ __typename: "StoreCreditConfiguration", storeCreditEnabled: true }),
  },
  Mutation: { storeCreditAccountCredit, storeCreditAccountDebit },
  Customer: { storeCreditAccounts: (c: { id: string }, args: ConnectionArgs, ctx: Ctx) => connection(accountsOf(ctx, c.id), args) },
  StoreCreditAccount: {
    balance: (a: StoreCreditAccountRecord) => moneyV2(a.balance, a.currency),
    owner: (a: StoreCreditAccountRecord, _args: object, ctx: Ctx) => ctx.shop.customers.get(a.ownerId) ?? null,
    transactions: (a: StoreCreditAccountRecord, args: ConnectionArgs) => connection(a.transactions.toSorted((x, y) => Number(tailOf(x.id)) - Number(tailOf(y.id))), args),
  },
  StoreCreditAccountCreditTransaction: { ...debitFields, remainingAmount: remainingAmount as Entry },
  StoreCreditAccountDebitTransaction: debitFields,
};

export const storeCreditNodes: NodeMap = { StoreCreditAccount: (ctx, id) => ctx.shop.storeCreditAccounts.get(id) };
