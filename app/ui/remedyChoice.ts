/** What staff may grant where the policy does not. */
import type { Remedy } from "../../policy/policy.ts";
import { english } from "../../policy/words.en.ts";

export const grantable: readonly Remedy[] = ["refund", "store_credit", "exchange", "replacement", "repair", "send_back"];

/** How far a remedy is open, in words. */
export const statusName = (status: string): string => (english.statuses as Readonly<Record<string, string>>)[status] ?? status;
