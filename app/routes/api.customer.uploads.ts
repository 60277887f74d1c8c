import { uploadBody, uploadTypes } from "../api/customerBodies.ts";
import { Failure } from "../api/failure.ts";
import { granted } from "../api/granted.ts";
import { limits } from "../api/rate.ts";
import { customerRoute, taking, type CustomerAsking } from "../api/route.ts";
import { isTooLarge, stageUpload } from "../flows/stageUpload.ts";
import { ownOrder } from "../flows/customerAsks.ts";

/** A place for a photo or a video; the order must be the customer's. */
const route = customerRoute({
  POST: taking(uploadBody, async ({ app, shop, customerId, words }: CustomerAsking, body) => {
    if (!uploadTypes.includes(body.mimeType)) throw new Failure("wrong_type", { fields: [{ field: "mimeType", message: words.failures.wrong_type }] });
    if (isTooLarge(body)) throw new Failure("too_large", { fields: [{ field: "size", message: words.failures.too_large }] });
    granted(await ownOrder(app, { shop, customerId, orderId: body.orderId }), words);
    return granted(await stageUpload(app, { shop, customerId, orderId: body.orderId }, body), words);
  }, { limit: limits.upload, status: 201 }),
});

export { route as loader, route as action };
