/** Staff remove a registration that was entered wrongly; the coverage of its order is worked out again. */
import type { App } from "../app.server.ts";
import { registrationOf, removeRegistration as remove } from "../store/registrations.ts";
import { Missing } from "../store/rmas.ts";

/** Throws Missing. */
export async function removeRegistration(app: App, { shop, id }: Readonly<{ shop: string; id: string }>): Promise<void> {
  const registration = await registrationOf(app.db.prisma, shop, id);
  if (!registration) throw new Missing(`${shop} has no registration ${id}`);
  await app.db.prisma.$transaction(async (tx) => {
    await remove(tx, shop, id);
    if (registration.orderId) await app.jobs.send("cover", { shop, orderId: registration.orderId }, { tx });
  });
}
