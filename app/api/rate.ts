/**
 * How often somebody may ask: counted in memory, per process, in windows of a fixed length. With several processes each counts for
 * itself, so the limit is at most that many times as high; a restart forgets (docs/decisions/request-limits.md). docs/api.md says the numbers.
 */

export type Limit = Readonly<{ name: string; most: number; seconds: number }>;

export const limits = {
  read: { name: "read", most: 120, seconds: 60 }, write: { name: "write", most: 20, seconds: 60 }, quote: { name: "quote", most: 60, seconds: 60 },
  upload: { name: "upload", most: 20, seconds: 3600 }, shop: { name: "shop", most: 1200, seconds: 60 },
} as const satisfies Record<string, Limit>;

type Window = { count: number; endsAt: number };

/** More windows than this are swept; those that are over go, and the rest stay. */
const SWEEP_AT = 10_000;

/** Counts by name. `now` in milliseconds; one counter lives as long as the process. */
export class Counter {
  readonly #windows = new Map<string, Window>();

  /** Seconds to wait where the limit is reached, else null; a call that is refused is not counted. */
  take(who: string, limit: Limit, now: number): number | null {
    const key = `${limit.name} ${who}`, open = this.#windows.get(key);
    if (open && open.endsAt > now) {
      if (open.count >= limit.most) return Math.ceil((open.endsAt - now) / 1000);
      open.count++;
      return null;
    }
    if (this.#windows.size >= SWEEP_AT) for (const [name, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(name);
    this.#windows.set(key, { count: 1, endsAt: now + limit.seconds * 1000 });
    return null;
  }
}
