/** Shopify's three compliance topics: a customer asks what is stored, a customer is erased, a shop is erased. */
import { z } from "zod";
import type { App } from "../app.server.ts";
import { eraseShop, erasePerson, keepDataRequest, rememberErased, storedOf, withOrders, type Person } from "../store/personalData.ts";
import { sendFilesJob } from "./sendFilesJob.ts";

const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]);
/** What Shopify sends of a customer; other fields are of no interest. */
export const customerPayload = z.object({
  customer: z.object({ id }), orders_requested: z.array(id).optional(), orders_to_redact: z.array(id).optional(), data_request: z.object({ id }).optional(),
});

/** Whom a payload is about. Throws a ZodError where it names nobody. */
function personIn(shop: string, payload: unknown): Readonly<{ person: Person; requestId: string }> {
  const { customer, orders_requested = [], orders_to_redact = [], data_request } = customerPayload.parse(payload);
  const orderIds = [...orders_requested, ...orders_to_redact].map((order) => `gid://shopify/Order/${order}`);
  return { person: { shop, customerId: `gid://shopify/Customer/${customer.id}`, orderIds }, requestId: String(data_request?.id ?? customer.id) };
}

export type ComplianceEvent = Readonly<{ topic: string; payload: unknown }>;

/** Answers one event. A shop that installed the app again since it uninstalled it is not erased. Throws a ZodError where a payload names nobody. */
export async function answerCompliance(app: App, { shop, event }: Readonly<{ shop: string; event: ComplianceEvent }>): Promise<void> {
  const { prisma } = app.db;
  if (event.topic === "shop/redact") {
    await prisma.$transaction(async (tx) => {
      const isBack = await tx.shop.findFirst({ where: { domain: shop, uninstalledAt: null } });
      if (!isBack) await eraseShop(tx, shop);
    });
  }
  if (event.topic === "customers/redact") {
    const person = await prisma.$transaction((tx) => rememberErased(tx, personIn(shop, event.payload).person));
    await prisma.$transaction(async (tx) => {
      await erasePerson(tx, person);
      await sendFilesJob(app, tx, shop);
    });
  }
  if (event.topic === "customers/data_request") {
    const { person, requestId } = personIn(shop, event.payload);
    await prisma.$transaction(async (tx) => {
      await keepDataRequest(tx, { shop, requestId, customerId: person.customerId, askedAt: app.now(), data: await storedOf(tx, await withOrders(tx, person)) });
    });
  }
}
