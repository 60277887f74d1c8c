import type { Attempt } from "./post.ts";

/** A delivery is tried once and then eight times again, within four hours (documented). */
export const RETRIES = 8;
const RETRY_SPAN_MS = 4 * 3600 * 1000;

/**
 * Milliseconds of wait before retry `n` (1 to 8). Each wait is twice the one before and all eight fill four hours: the
 * backoff is documented as exponential, its steps are not (assumed).
 */
export const retryWait = (n: number): number => (RETRY_SPAN_MS * 2 ** (n - 1)) / (2 ** RETRIES - 1);

export type DeliveryState = "waiting" | "sending" | "delivered" | "failed" | "dropped" | "unreachable";

/** One webhook on its way to one address. `dueAt` is real time in milliseconds; `gid` names an API-made subscription. */
export type Delivery = {
  readonly shop: string;
  readonly topic: string;
  readonly url: string;
  readonly subscription: string | null;
  readonly webhookId: string;
  readonly eventId: string;
  readonly triggeredAt: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly gaps: readonly string[];
  state: DeliveryState;
  attempts: Attempt[];
  dueAt: number;
};

export type QueueOptions = {
  /** How much faster than Shopify the waits run: 240 makes four hours a minute. */
  speed: number;
  /** Deliveries that may wait; more are dropped, and counted. */
  limit: number;
  /** Finished deliveries that are remembered. */
  history: number;
  send: (delivery: Delivery) => Promise<Attempt>;
  onAttempt: (delivery: Delivery, attempt: Attempt) => void;
};

const AT_ONCE = 8;

/** Deliveries that wait, oldest first, and those that ended. `listeners` are told when nothing is left to do. */
export type Queue = {
  readonly options: QueueOptions;
  readonly waiting: Delivery[];
  readonly done: Delivery[];
  sending: number;
  /** Counts clearings: what was sent before the last one is not taken back in. */
  cleared: number;
  overflowed: number;
  timer: NodeJS.Timeout | null;
  listeners: (() => void)[];
};

/** A bounded queue that sends what is due, eight at once, oldest due first, and retries what failed. */
export const createQueue = (options: QueueOptions): Queue => ({ options, waiting: [], done: [], sending: 0, cleared: 0, overflowed: 0, timer: null, listeners: [] });

/** Takes a delivery in and sends it when it is due. A full queue drops it and counts. */
export function addDelivery(queue: Queue, delivery: Delivery): void {
  if (queue.waiting.length >= queue.options.limit) {
    queue.overflowed += 1;
    return;
  }
  queue.waiting.push(delivery);
  pump(queue);
}

/** Remembers a delivery that ended. */
export function finish(queue: Queue, delivery: Delivery, state: DeliveryState): void {
  delivery.state = state;
  queue.done.push(delivery);
  if (queue.done.length > queue.options.history) queue.done.splice(0, queue.done.length - queue.options.history);
}

/** Brings due times nearer by so many milliseconds of the shop's clock. */
export function hurry(queue: Queue, ms: number): void {
  for (const delivery of queue.waiting) delivery.dueAt -= ms / queue.options.speed;
  pump(queue);
}

/** Takes waiting deliveries out and remembers them as dropped. */
export function dropWaiting(queue: Queue, isGone: (delivery: Delivery) => boolean): void {
  for (const delivery of queue.waiting.filter(isGone)) {
    queue.waiting.splice(queue.waiting.indexOf(delivery), 1);
    finish(queue, delivery, "dropped");
  }
  pump(queue);
}

/** Forgets everything; what is being sent right now ends unseen. */
export function clearQueue(queue: Queue): void {
  queue.waiting.length = 0;
  queue.done.length = 0;
  queue.overflowed = 0;
  queue.cleared += 1;
  pump(queue);
}

/** Resolves with true when nothing waits or is being sent, with false after so many milliseconds. */
export function quiet(queue: Queue, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = setTimeout(() => resolve(false), limitMs);
    queue.listeners.push(() => {
      clearTimeout(end);
      resolve(true);
    });
    pump(queue);
  });
}

const succeeded = (attempt: Attempt): boolean => attempt.status !== null && attempt.status >= 200 && attempt.status < 300;

function settle(queue: Queue, delivery: Delivery, attempt: Attempt): void {
  delivery.attempts.push(attempt);
  if (succeeded(attempt)) finish(queue, delivery, "delivered");
  else if (delivery.attempts.length > RETRIES) finish(queue, delivery, "failed");
  else {
    delivery.state = "waiting";
    delivery.dueAt = Date.now() + retryWait(delivery.attempts.length) / queue.options.speed;
    queue.waiting.push(delivery);
  }
  queue.options.onAttempt(delivery, attempt);
}

async function send(queue: Queue, delivery: Delivery): Promise<void> {
  queue.sending += 1;
  delivery.state = "sending";
  const { cleared } = queue;
  const attempt = await queue.options.send(delivery);
  queue.sending -= 1;
  if (cleared === queue.cleared) settle(queue, delivery, attempt);
  pump(queue);
}

function takeDue(queue: Queue): Delivery | undefined {
  if (queue.sending >= AT_ONCE) return undefined;
  const now = Date.now();
  let best: Delivery | undefined;
  for (const delivery of queue.waiting) if (delivery.dueAt <= now && delivery.dueAt < (best?.dueAt ?? Infinity)) best = delivery;
  if (best) queue.waiting.splice(queue.waiting.indexOf(best), 1);
  return best;
}

function pump(queue: Queue): void {
  if (queue.timer) clearTimeout(queue.timer);
  queue.timer = null;
  for (let due = takeDue(queue); due; due = takeDue(queue)) void send(queue, due);
  if (queue.waiting.length > 0 && queue.sending < AT_ONCE) {
    const soonest = queue.waiting.reduce((least, d) => Math.min(least, d.dueAt), Infinity);
    queue.timer = setTimeout(() => pump(queue), Math.max(1, soonest - Date.now())).unref();
  }
  if (queue.waiting.length === 0 && queue.sending === 0) for (const tell of queue.listeners.splice(0)) tell();
}
