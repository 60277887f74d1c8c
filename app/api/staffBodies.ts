/** What extensions of the admin may send, as schemas. */
import { z } from "zod";

export const openRmasBody = z.strictObject({ orderIds: z.array(z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,20}$/, "is not the id of an Order")).min(1).max(25), reason: z.string().regex(/^[a-z_]{1,80}$/, "is not a reason"), note: z.string().max(250).optional(), key: z.uuid() });
