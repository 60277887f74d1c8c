import { randomUUID } from "node:crypto";
import type { Outside } from "../control/outside.ts";
import { strikes, type FaultKind } from "../control/fault.ts";
import type { Happening } from "../kernel/world.ts";
import { adminRead } from "./adminRead.ts";
import { passes } from "./filter.ts";
import { payloadMakers } from "./payloads/all.ts";
import type { Data } from "./payloads/rest.ts";
import { pick } from "./pick.ts";
import { addDelivery, finish, type Delivery } from "./queue.ts";
import { deliveryHeaders } from "./sign.ts";
import { subscriptionsTo, type Subscription } from "./subscriptions.ts";

const HOLD_MS = 2000;
const DELAY_MS = 1000;

/** Topics that reach an app that is not installed any more. */
const AFTER_UNINSTALL = ["shop/redact", "customers/redact", "customers/data_request"];

type Payload = { body: Data; gaps: string[] };

/** The payload as of now. What the store does not play is null in it and named in `gaps`. */
function payloadOf(outside: Outside, happening: Happening): Payload {
  const maker = payloadMakers[happening.topic];
  if (!maker) return { body: {}, gaps: [`not modelled: payload of ${happening.topic}`] };
  try {
    const answer = maker.query === null ? { data: {}, gaps: [] } : adminRead(outside.world, happening.shop, maker.query, { id: happening.id });
    return { body: maker.make(answer.data, happening), gaps: answer.gaps };
  } catch (error) {
    return { body: {}, gaps: [error instanceof Error ? error.message : String(error)] };
  }
}

function deliveryOf(outside: Outside, happening: Happening, payload: Payload, to: Subscription, eventId: string): Delivery {
  const { app } = outside;
  const body = JSON.stringify(to.includeFields === null ? payload.body : pick(payload.body, to.includeFields));
  const { topic, shop } = happening;
  const facts = { topic, domain: shop.domain, apiVersion: to.apiVersion, webhookId: randomUUID(), eventId, triggeredAt: triggeredAt(happening), body };
  return {
    shop: shop.domain, topic, url: to.url?.href ?? to.uri, subscription: to.gid, webhookId: facts.webhookId, eventId, triggeredAt: facts.triggeredAt,
    headers: deliveryHeaders(facts, app.secret), body, gaps: payload.gaps, state: "waiting", attempts: [], dueAt: Date.now(),
  };
}

const triggeredAt = ({ at }: Happening): string => new Date(at).toISOString();

/** A second one of the same event, as Shopify sends now and then: other webhook id, same event id. */
function twin(delivery: Delivery): Delivery {
  const webhookId = randomUUID();
  return { ...delivery, webhookId, headers: { ...delivery.headers, "X-Shopify-Webhook-Id": webhookId }, attempts: [] };
}

function struckBy(outside: Outside, delivery: Delivery): Map<FaultKind, number | undefined> {
  const occasion = { shop: delivery.shop, topic: delivery.topic };
  return new Map(outside.faults.filter((fault) => strikes(fault, occasion)).map(({ rule }) => [rule.kind, rule.ms]));
}

function hold(outside: Outside, delivery: Delivery): void {
  outside.held.push(delivery);
  setTimeout(() => release(outside, delivery), HOLD_MS).unref();
}

function release(outside: Outside, delivery: Delivery): void {
  const place = outside.held.indexOf(delivery);
  if (place < 0) return;
  outside.held.splice(place, 1);
  addDelivery(outside.queue, { ...delivery, dueAt: Date.now() });
}

/** Lets go of the webhooks that were held back, once a later one has arrived. */
export function releaseHeld(outside: Outside, arrived: Delivery): void {
  for (const delivery of outside.held.filter((d) => d.eventId !== arrived.eventId)) release(outside, delivery);
}

function dispatch(outside: Outside, delivery: Delivery, to: Subscription): void {
  if (to.url === null) return finish(outside.queue, delivery, "unreachable");
  const faults = struckBy(outside, delivery);
  if (faults.has("drop")) return finish(outside.queue, delivery, "dropped");
  if (faults.has("delay")) delivery.dueAt += faults.get("delay") ?? DELAY_MS;
  if (faults.has("double")) addDelivery(outside.queue, twin(delivery));
  if (faults.has("reorder")) hold(outside, delivery);
  else addDelivery(outside.queue, delivery);
}

/** Makes the deliveries of one happening from the shop's present state. Nothing when nobody listens. */
export function deliver(outside: Outside, happening: Happening): void {
  const isHeard = happening.shop.installation !== null || AFTER_UNINSTALL.includes(happening.topic);
  const listeners = subscriptionsTo(happening.shop, outside.app, happening.topic).filter((to) => isHeard || to.clientId !== outside.app.clientId);
  if (listeners.length === 0) return;
  const payload = payloadOf(outside, happening);
  const eventId = randomUUID();
  for (const to of listeners.filter((l) => passes(l.filter, payload.body))) dispatch(outside, deliveryOf(outside, happening, payload, to, eventId), to);
}

/**
 * Takes happenings in while a call runs and delivers them when it has ended, so that a payload shows the finished
 * state. The same topic of the same subject within one call is told once.
 */
export function hearing(outside: Outside): (happening: Happening) => void {
  let heard = new Map<string, Happening>();
  const flush = (): void => {
    const all = [...heard.values()];
    heard = new Map();
    for (const happening of all) deliver(outside, happening);
  };
  return (happening) => {
    if (heard.size === 0) queueMicrotask(flush);
    heard.set(`${happening.shop.domain} ${happening.topic} ${happening.id}`, happening);
  };
}
