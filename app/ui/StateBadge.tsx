import { Badge } from "@shopify/polaris";
import { words } from "./words.en.ts";

const tones: Readonly<Record<string, "attention" | "info" | "success" | "warning" | "critical">> = { requested: "attention", approved: "info", under_way: "info", received: "attention", inspected: "attention", settling: "warning", settled: "success", declined: "critical" };

/** An RMA's state in a word and a colour. */
export function StateBadge({ state }: { state: string }) {
  const names: Readonly<Record<string, string>> = words.rmas.states, tone = tones[state];
  return <Badge {...(tone ? { tone } : {})}>{names[state] ?? state}</Badge>;
}
