/**
 * Group commit: what arrives while the last batch is being stored is stored together in the next, and each caller
 * hears of it after its commit. What waits is bounded: past it `Busy` says so, and Shopify sends again.
 */

/** The database does not keep up. This was not stored, or nobody knows yet whether it was; sent again it is stored once. */
export class Busy extends Error {
  constructor() {
    super("events arrive faster than the database stores them");
  }
}

export type Intake<T> = Readonly<{
  /** Resolves after the commit, with what `store` says of this one. Rejects with Busy, or with what the database says. */
  take: (one: T) => Promise<boolean>;
  /** How many wait or are being stored. */
  waiting: () => number;
}>;

export type Storing<T> = Readonly<{
  /** Stores a batch in one transaction and answers for each in turn. */
  store: (batch: readonly T[]) => Promise<readonly boolean[]>;
  /** Tells an error that one of the batch caused from one that all would meet: then each is stored by itself. */
  isOfOne: (error: unknown) => boolean;
  /** About how many bytes it holds. */
  sizeOf: (one: T) => number;
}>;

export type IntakeLimits = Readonly<{ batch: number; batchBytes: number; waiting: number; waitingBytes: number; longestMs: number }>;

/** Shopify hangs up after five seconds; who has waited for four is told so. */
export const usual: IntakeLimits = { batch: 128, batchBytes: 4e6, waiting: 1024, waitingBytes: 64e6, longestMs: 4000 };

type Place<T> = Readonly<{ one: T; size: number; since: number; done: (isNew: boolean) => void; fail: (error: unknown) => void }>;

export function openIntake<T>({ store, isOfOne, sizeOf }: Storing<T>, limits: IntakeLimits = usual): Intake<T> {
  let queue: Place<T>[] = [], inHand: readonly Place<T>[] = [], bytes = 0, isRunning = false;

  async function settle(places: readonly Place<T>[]): Promise<void> {
    try {
      const answers = await store(places.map((place) => place.one));
      places.forEach((place, i) => place.done(answers[i] ?? false));
    } catch (error) {
      if (places.length > 1 && isOfOne(error)) for (const place of places) await settle([place]);
      else for (const place of places) place.fail(error);
    }
  }

  function next(): readonly Place<T>[] {
    let size = 0;
    const end = queue.findIndex((place, i) => i >= limits.batch || (size += place.size) > limits.batchBytes && i > 0);
    return queue.splice(0, end < 0 ? queue.length : end);
  }

  /** Nobody is kept longer than Shopify listens, whatever the database does. */
  function refuseLate(): void {
    const late = performance.now() - limits.longestMs, isLate = (place: Place<T>): boolean => place.since < late;
    for (const place of [...inHand, ...queue].filter(isLate)) place.fail(new Busy());
    bytes -= queue.filter(isLate).reduce((sum, place) => sum + place.size, 0);
    queue = queue.filter((place) => !isLate(place));
  }

  async function drain(): Promise<void> {
    const clock = setInterval(refuseLate, limits.longestMs / 8);
    while (queue.length > 0) {
      inHand = next();
      await settle(inHand);
      bytes -= inHand.reduce((sum, place) => sum + place.size, 0);
      inHand = [];
    }
    clearInterval(clock);
    isRunning = false;
  }

  return {
    take: (one) => new Promise((done, fail) => {
      const size = sizeOf(one);
      if (queue.length + inHand.length >= limits.waiting || bytes + size > limits.waitingBytes) return fail(new Busy());
      bytes += size;
      queue.push({ one, size, since: performance.now(), done, fail });
      if (isRunning) return;
      isRunning = true;
      // After the input of this turn of the event loop, so that requests read together are stored together.
      setImmediate(() => void drain());
    }),
    waiting: () => queue.length + inHand.length,
  };
}
