/** What staff may grant where the policy does not. */
import type { Remedy } from "../../policy/policy.ts";

export const grantable: readonly Remedy[] = ["refund", "store_credit", "exchange", "replacement", "repair", "send_back"];
