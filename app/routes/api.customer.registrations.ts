import { registerBody } from "../api/customerBodies.ts";
import { Failure } from "../api/failure.ts";
import { granted } from "../api/granted.ts";
import { customerRoute, taking, type CustomerAsking } from "../api/route.ts";
import { registerOwn, showRegistrations } from "../flows/customerRegistrations.ts";

/** The customer's products with their cover; registering one. */
const route = customerRoute({
  GET: { answer: ({ app, ...asking }) => showRegistrations(app, asking) },
  POST: taking(registerBody, async ({ app, ...asking }: CustomerAsking, unit) => {
    const result = await registerOwn(app, { ...asking, unit: { ...unit, ...(unit.serial ? { serial: unit.serial } : {}) } as Parameters<typeof registerOwn>[1]["unit"] });
    if ("decline" in result) throw new Failure(result.refused.some(({ code }) => code === "SERIAL_TAKEN" || code === "ALL_REGISTERED") ? "conflict" : "refused", { message: result.decline, fields: result.refused.map(({ field }) => ({ field, message: result.decline })) });
    return granted(result, asking.words);
  }, { status: 201 }),
});

export { route as loader, route as action };
