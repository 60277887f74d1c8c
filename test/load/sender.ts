/** sendWebhooks in a process of its own: each message is a plan, each answer its outcome. */
import { sendWebhooks, type Plan } from "./sendWebhooks.ts";

process.on("message", (plan: Plan) => void sendWebhooks(plan).then((outcome) => process.send?.(outcome)));
process.on("disconnect", () => process.exit(0));
