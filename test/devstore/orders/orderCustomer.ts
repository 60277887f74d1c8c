import { createCustomer, updateCustomer } from "../catalogue/customer.ts";
import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import type { CustomerChoice, OrderInput } from "./orderInput.ts";

/** The customer of a new order: a known one by id or e-mail, or one made or changed with it (schema: OrderCreateCustomerInput). */
export function customerFor(input: OrderInput, ctx: Ctx): string | null {
  if (input.customerId) return known(ctx, input.customerId, ["order", "customerId"]);
  if (input.customer?.toAssociate) return associated(ctx, input.customer.toAssociate);
  return input.customer?.toUpsert ? upserted(ctx, input.customer.toUpsert) : null;
}

function known(ctx: Ctx, id: string, field: readonly string[]): string {
  return ctx.shop.customers.has(idOf(id, "Customer")) ? id : refuse(field, "Customer does not exist", "INVALID");
}

const byEmail = (ctx: Ctx, email: string | null | undefined): string | null =>
  email ? ([...ctx.shop.customers.values()].find((c) => c.email?.toLowerCase() === email.toLowerCase())?.id ?? null) : null;

function associated(ctx: Ctx, choice: NonNullable<CustomerChoice["toAssociate"]>): string {
  const field = ["order", "customer", "toAssociate"];
  if (choice.id) return known(ctx, choice.id, [...field, "id"]);
  return byEmail(ctx, choice.email) ?? refuse([...field, "email"], "Customer does not exist", "INVALID");
}

function upserted(ctx: Ctx, choice: NonNullable<CustomerChoice["toUpsert"]>): string {
  const id = choice.id ?? byEmail(ctx, choice.email);
  return id ? updateCustomer(ctx, { ...choice, id }).id : createCustomer(ctx, choice).id;
}
