import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { idOf, newId, tailOf } from "../kernel/ids.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import { readQuery, type Query } from "../kernel/searchQuery.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";

export type WebhookSubscriptionRecord = {
  __typename: "WebhookSubscription";
  id: string;
  clientId: string;
  topic: string;
  uri: string;
  format: string;
  filter: string | null;
  includeFields: string[];
  metafieldNamespaces: string[];
  metafields: { namespace: string; key: string }[];
  name: string | null;
  version: string;
  createdAt: string;
  updatedAt: string;
};

type Input = {
  uri?: string | null; callbackUrl?: string | null; format?: string | null; filter?: string | null; includeFields?: string[] | null; metafieldNamespaces?: string[] | null;
  metafields?: { namespace?: string | null; key: string }[] | null; name?: string | null;
};
type CloudInput = Input & { pubSubProject?: string; pubSubTopic?: string; arn?: string | null };
type ListArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null; topics?: string[] | null; uri?: string | null; callbackUrl?: string | null; format?: string | null };

const SEARCH: SearchFields<WebhookSubscriptionRecord> = {
  of: "webhookSubscriptions",
  bare: ["topic"],
  fields: {
    id: { kind: "id", read: (w) => w.id },
    topic: { kind: "exact", read: (w) => w.topic },
    created_at: { kind: "time", read: (w) => w.createdAt },
    updated_at: { kind: "time", read: (w) => w.updatedAt },
  },
};

const KEYS: Record<string, (w: WebhookSubscriptionRecord) => string | number> = { CREATED_AT: (w) => w.createdAt, ID: (w) => Number(tailOf(w.id)) };

/** Each app sees its own. */
const own = (ctx: Ctx): WebhookSubscriptionRecord[] => [...ctx.shop.webhookSubscriptions.values()].filter((w) => w.clientId === ctx.token.clientId);

function found(ctx: Ctx, args: ListArgs): WebhookSubscriptionRecord[] {
  const uri = args.uri ?? args.callbackUrl;
  const fits = matcher(SEARCH, args.query);
  return own(ctx).filter((w) => (!args.topics || args.topics.includes(w.topic)) && (uri == null || w.uri === uri) && (args.format == null || w.format === args.format) && fits(w));
}

export const webhookSubscriptionFields: FieldMap = {
  Query: {
    webhookSubscription: (args: { id: string }, ctx: Ctx) => own(ctx).find((w) => w.id === idOf(args.id, "WebhookSubscription")) ?? null,
    webhookSubscriptions: (args: ListArgs, ctx: Ctx) => connection(sortedBy(found(ctx, args), KEYS, args.sortKey ?? "CREATED_AT"), args),
    webhookSubscriptionsCount: (args: { query?: string | null; limit?: number | null }, ctx: Ctx) => countOf(found(ctx, args).length, args.limit),
  },
  Mutation: {
    webhookSubscriptionCreate: (args: { topic: string; webhookSubscription: Input }, ctx: Ctx) => ({ webhookSubscription: create(ctx, args.topic, args.webhookSubscription) }),
    webhookSubscriptionUpdate: (args: { id: string; webhookSubscription: Input }, ctx: Ctx) => ({ webhookSubscription: update(ctx, args.id, args.webhookSubscription) }),
    pubSubWebhookSubscriptionCreate: (args: { topic: string; webhookSubscription: CloudInput }, ctx: Ctx) => ({ webhookSubscription: create(ctx, args.topic, withUri(args.webhookSubscription)) }),
    pubSubWebhookSubscriptionUpdate: (args: { id: string; webhookSubscription: CloudInput }, ctx: Ctx) => ({ webhookSubscription: update(ctx, args.id, withUri(args.webhookSubscription)) }),
    eventBridgeWebhookSubscriptionCreate: (args: { topic: string; webhookSubscription: CloudInput }, ctx: Ctx) => ({ webhookSubscription: create(ctx, args.topic, withUri(args.webhookSubscription)) }),
    eventBridgeWebhookSubscriptionUpdate: (args: { id: string; webhookSubscription: CloudInput }, ctx: Ctx) => ({ webhookSubscription: update(ctx, args.id, withUri(args.webhookSubscription)) }),
    webhookSubscriptionDelete: (args: { id: string }, ctx: Ctx) => {
      const record = subscriptionOf(ctx, args.id);
      ctx.shop.webhookSubscriptions.delete(record.id);
      return { deletedWebhookSubscriptionId: record.id };
    },
  },
  WebhookSubscription: {
    legacyResourceId: (w: WebhookSubscriptionRecord) => tailOf(w.id),
    endpoint: (w: WebhookSubscriptionRecord) => endpointOf(w.uri),
    callbackUrl: (w: WebhookSubscriptionRecord) => w.uri,
    apiVersion: (w: WebhookSubscriptionRecord) => ({ __typename: "ApiVersion", handle: w.version, displayName: w.version, supported: true }),
  },
};

const subscriptionOf = (ctx: Ctx, id: string): WebhookSubscriptionRecord =>
  own(ctx).find((w) => w.id === idOf(id, "WebhookSubscription")) ?? refuse(["id"], "Webhook subscription does not exist");

function create(ctx: Ctx, topic: string, input: Input): WebhookSubscriptionRecord {
  refuseAll(inputErrors(ctx, { uri: "", ...input }, topic, null));
  const now = ctx.now();
  const record: WebhookSubscriptionRecord = {
    __typename: "WebhookSubscription", id: newId(ctx.shop, "WebhookSubscription"), clientId: ctx.token.clientId, topic, uri: "", format: "JSON", filter: null,
    includeFields: [], metafieldNamespaces: [], metafields: [], name: null, version: ctx.apiVersion, createdAt: now, updatedAt: now,
  };
  write(record, input);
  ctx.shop.webhookSubscriptions.set(record.id, record);
  return record;
}

function update(ctx: Ctx, id: string, input: Input): WebhookSubscriptionRecord {
  const record = subscriptionOf(ctx, id);
  refuseAll(inputErrors(ctx, input, record.topic, record));
  write(record, input);
  record.updatedAt = ctx.now();
  return record;
}

/** The older mutations name the place in parts. */
const withUri = ({ pubSubProject, pubSubTopic, arn, ...input }: CloudInput): Input => ({ ...input, uri: arn ?? `pubsub://${pubSubProject ?? ""}:${pubSubTopic ?? ""}` });

function write(record: WebhookSubscriptionRecord, input: Input): void {
  record.uri = input.uri ?? input.callbackUrl ?? record.uri;
  if (input.format) record.format = input.format;
  if (input.filter !== undefined) record.filter = input.filter;
  if (input.includeFields) record.includeFields = input.includeFields;
  if (input.metafieldNamespaces) record.metafieldNamespaces = input.metafieldNamespaces;
  if (input.metafields) record.metafields = input.metafields.map((m) => ({ namespace: m.namespace ?? "$app", key: m.key }));
  if (input.name !== undefined) record.name = input.name;
}

const ADDRESS = ["webhookSubscription", "callbackUrl"];

/** Addresses first, then the filter; texts and fields as recorded (webhook-subscriptions). */
function inputErrors(ctx: Ctx, input: Input, topic: string, current: WebhookSubscriptionRecord | null): UserError[] {
  const given = input.uri ?? input.callbackUrl;
  const uri = given ?? current?.uri ?? "";
  const errors = given === undefined || given === null ? [] : addressErrors(given);
  const taken = own(ctx).some((w) => w !== current && w.topic === topic && w.uri === uri && w.filter === (input.filter ?? null));
  if (errors.length === 0 && taken) errors.push(userError(ADDRESS, "Address for this topic has already been taken"));
  if (errors.length === 0 && input.filter && !namesFields(readQuery(input.filter))) {
    errors.push(userError(["webhookSubscription"], "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on."));
  }
  return errors;
}

function addressErrors(uri: string): UserError[] {
  const says = (message: string): UserError => userError(ADDRESS, message);
  if (uri.trim() === "") return [says("Address can't be blank")];
  if (uri.startsWith("arn:aws:events:")) return [];
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//i.exec(uri)?.[1]?.toLowerCase();
  if (protocol === "https") return URL.canParse(uri) ? [] : [says("Address is invalid")];
  if (protocol === "pubsub") return /^pubsub:\/\/[^:]+:[^:]+$/.test(uri) ? [] : [says("Address protocol pubsub:// is not supported"), says("Address is not a valid GCP pub/sub format. Format should be pubsub://project:topic")];
  return [says(protocol ? `Address protocol ${protocol}:// is not supported` : "Address is invalid")];
}

/** A filter says for each term which field it looks at. */
function namesFields(query: Query): boolean {
  switch (query.kind) {
    case "all":
      return true;
    case "not":
      return namesFields(query.of);
    case "and":
    case "or":
      return query.of.every(namesFields);
    case "term":
      return query.field !== null;
  }
}

function endpointOf(uri: string): object {
  if (uri.startsWith("arn:aws:events:")) return { __typename: "WebhookEventBridgeEndpoint", arn: uri };
  const cloud = /^pubsub:\/\/([^:]+):(.+)$/.exec(uri);
  return cloud ? { __typename: "WebhookPubSubEndpoint", pubSubProject: cloud[1], pubSubTopic: cloud[2] } : { __typename: "WebhookHttpEndpoint", callbackUrl: uri };
}

export const webhookSubscriptionNodes: NodeMap = { WebhookSubscription: (ctx, id) => own(ctx).find((w) => w.id === id) };
