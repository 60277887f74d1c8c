/** What staff do on an RMA's screen, by name: each act with its fields as the form sends them. */
import type { Remedy } from "../../policy/policy.ts";
import type { Actor, App } from "../app.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { readPlaces } from "../shopify/places.ts";
import { actionsOf } from "../store/actions.ts";
import { rmaOf } from "../store/rmas.ts";
import { addNote } from "./addNote.ts";
import { approveRma } from "./approveRma.ts";
import { cancelRma } from "./cancelRma.ts";
import { chargedByHand } from "./chargedByHand.ts";
import { closeRma } from "./closeRma.ts";
import { declineRma } from "./declineRma.ts";
import { goodsSent } from "./goodsSent.ts";
import type { Disposition } from "./dispositions.ts";
import { inspectLine } from "./inspectLine.ts";
import { receiveGoods } from "./receiveGoods.ts";
import { reopenRma } from "./reopenRma.ts";
import { answerQuote, quoteRepair } from "./repairQuote.ts";
import { previewSettlement, type Preview } from "./previewSettlement.ts";
import { resolveUnclear } from "./resolveUnclear.ts";
import { wrongState } from "./rmaStates.ts";
import type { LineChoice } from "./settlement.ts";
import { settleRma } from "./settleRma.ts";

export type Fields = Readonly<Record<string, string>>;
type Acting = Readonly<{ app: App; shop: string; rmaId: string; actor: Actor; fields: Fields; lines: readonly string[] }>;
export type Acted = Readonly<{ done: string }> | Readonly<{ refused: readonly Refusal[] }>;

const text = (fields: Fields, name: string): string | undefined => fields[name]?.trim() || undefined;
const optional = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> => (value === undefined ? {} : ({ [name]: value } as Record<Name, string>));

function grantsIn({ fields, lines }: Acting) {
  return lines.flatMap((rmaLineId) => {
    const remedy = text(fields, `remedy ${rmaLineId}`), reason = text(fields, `reason ${rmaLineId}`);
    return remedy && reason ? [{ rmaLineId, remedy: remedy as Remedy, reason }] : [];
  });
}

function receive({ app, shop, rmaId, actor, fields, lines }: Acting) {
  const other = text(fields, "others");
  return receiveGoods(app, { shop, rmaId, actor, lines: lines.map((rmaLineId) => ({ rmaLineId, quantity: Number(fields[`arrived ${rmaLineId}`] ?? 0) })), ...(other ? { others: [{ what: other, quantity: 1 }] } : {}) });
}

function inspect({ app, shop, rmaId, actor, fields }: Acting) {
  const repairable = fields["repairable"];
  return inspectLine(app, { shop, rmaId, actor, rmaLineId: fields["line"] ?? "", finding: fields["finding"] ?? "", ...(repairable ? { repairable: repairable === "true" } : {}), ...optional("detail", text(fields, "detail")), ...optional("serial", text(fields, "serial")) });
}

/** What the settle form chooses, for the lines that have something to settle. */
async function choicesIn({ app, shop, rmaId, fields, lines }: Acting): Promise<LineChoice[]> {
  const rma = await rmaOf(app.db.prisma, shop, rmaId);
  const isReady = (id: string): boolean => rma.lines.some((line) => line.id === id && (line.fulfillmentLineId === null ? line.quantity : line.received) > line.settled);
  const places = lines.some((id) => fields[`place ${id}`]?.startsWith("gid://")) ? await readPlaces(app.adminFor(shop)) : [];
  const dispositionOf = (place: string | undefined): { disposition: Disposition } | object => {
    const at = places.find(({ id }) => id === place);
    return place === "none" ? { disposition: { type: "NOT_RESTOCKED" } } : place === "sent_from" ? { disposition: { type: "RESTOCKED", at: null } } : at ? { disposition: { type: "RESTOCKED", at } } : {};
  };
  return lines.filter(isReady).map((rmaLineId) => {
    const remedy = text(fields, `remedy ${rmaLineId}`), variantId = text(fields, `variant ${rmaLineId}`), difference = text(fields, `difference ${rmaLineId}`);
    return {
      rmaLineId, ...dispositionOf(text(fields, `place ${rmaLineId}`)), ...(remedy ? { remedy: remedy as Remedy } : {}), ...optional("override", text(fields, `reason ${rmaLineId}`)), ...(difference === "settled" || difference === "none" ? { difference } : {}),
      ...(variantId ? { variantId: variantId.startsWith("gid://") ? variantId : `gid://shopify/ProductVariant/${variantId}` } : {}),
    };
  });
}

async function settle(acting: Acting) {
  const { app, shop, rmaId, actor, fields } = acting, amount = text(fields, "payAmount"), reason = text(fields, "payReason");
  return settleRma(app, { shop, rmaId, actor, lines: await choicesIn(acting), ...optional("labelCost", text(fields, "labelCost")), ...(amount && reason ? { pay: { amount, reason } } : {}) });
}

/** What the settle form would come to as it is filled in. Throws where the shop has no such RMA. */
export async function previewFields(app: App, about: Readonly<{ shop: string; rmaId: string; actor: Actor; fields: Fields }>): Promise<Preview> {
  const rma = await rmaOf(app.db.prisma, about.shop, about.rmaId), acting = { ...about, app, lines: rma.lines.map((line) => line.id) };
  return previewSettlement(app, { shop: about.shop, rmaId: about.rmaId, lines: await choicesIn(acting), ...optional("labelCost", text(about.fields, "labelCost")) });
}

/** What became of a change of which no answer came, as somebody saw it at Shopify. */
async function resolve({ app, shop, rmaId, actor, fields }: Acting): Promise<object> {
  const reason = text(fields, "reason"), unclear = (await actionsOf(app.db.prisma, shop, rmaId)).findLast(({ state }) => state === "unclear");
  if (!reason) return { refused: [{ field: "reason", code: "BLANK", message: "Say what you saw at Shopify." }] };
  return unclear ? resolveUnclear(app, { shop, actionId: unclear.id, actor, happened: fields["happened"] === "true", reason }) : wrongState("clear", "resolved");
}

const acts: Readonly<Record<string, (acting: Acting) => Promise<object>>> = {
  approve: (a) => approveRma(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, grants: grantsIn(a) }),
  decline: (a) => declineRma(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, ...optional("reason", text(a.fields, "reason")) }),
  sent: (a) => goodsSent(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, ...optional("tracking", text(a.fields, "tracking")) }),
  cancel: (a) => cancelRma(a.app, a), close: (a) => closeRma(a.app, a), reopen: (a) => reopenRma(a.app, a),
  receive, inspect, settle,
  quote: (a) => quoteRepair(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, rmaLineId: a.fields["line"] ?? "", amount: text(a.fields, "amount") ?? "" }),
  quoteAnswer: (a) => answerQuote(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, rmaLineId: a.fields["line"] ?? "", accepted: a.fields["accepted"] === "true" }),
  charged: (a) => chargedByHand(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, chargeId: a.fields["charge"] ?? "", ...optional("how", text(a.fields, "how")) }),
  resolve,
  note: async (a) => {
    await addNote(a.app, { shop: a.shop, rmaId: a.rmaId, actor: a.actor, text: a.fields["text"] ?? "" });
    return {};
  },
};

/** Does it; what Shopify or the rules refuse comes back by field. An act that does not exist is refused. */
export async function actOnRma(app: App, { shop, rmaId, actor, fields }: Readonly<{ shop: string; rmaId: string; actor: Actor; fields: Fields }>): Promise<Acted> {
  const name = fields["intent"] ?? "", act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) return { refused: [{ field: "intent", code: "INVALID", message: `There is no ${name}.` }] };
  const rma = await rmaOf(app.db.prisma, shop, rmaId);
  const result = await act({ app, shop, rmaId, actor, fields, lines: rma.lines.map((line) => line.id) });
  return "refused" in result && result.refused ? { refused: result.refused as readonly Refusal[] } : { done: name };
}
