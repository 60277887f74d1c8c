/** A shop's clock: ahead of real time by `aheadMs`, or standing still at `stoppedAt` (ms since 1970). */
export type Clock = { aheadMs: number; stoppedAt: number | null };

/** Milliseconds since 1970 on the shop's clock. */
export const instantOf = (clock: Clock): number => clock.stoppedAt ?? Date.now() + clock.aheadMs;

/** Whole seconds with a Z, as Shopify writes times: "2026-07-06T13:39:40Z" (recorded). */
export const timeText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The shop's time as text. */
export const timeOf = (clock: Clock): string => timeText(instantOf(clock));
