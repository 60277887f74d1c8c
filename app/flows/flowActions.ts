/** What a workflow of Shopify Flow may do: ask the policy, open a case as a customer would, answer one, write a note. A run sent again does nothing twice. */
import { accountText, explain } from "../../policy/explain.ts";
import type { Actor, App } from "../app.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { rmaByKey, rmaByNumber, type RmaWithLines } from "../store/rmas.ts";
import { addEntry, entriesOf } from "../store/timeline.ts";
import { approveRma, type RmaResult } from "./approveRma.ts";
import { declineRma } from "./declineRma.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";
import { quoteLine } from "./quoteClaim.ts";
import { requestReturn } from "./requestReturn.ts";
import type { LineRead } from "../shopify/order.ts";

type About = Readonly<{ shop: string; runId: string }>;
type LineNamed = About & Readonly<{ orderId: string; line?: string | undefined; reason: string; quantity: number }>;
type RmaNamed = About & Readonly<{ number: string }>;
type Refused = Readonly<{ refused: readonly Refusal[] }>;
export type FlowResult = Readonly<Record<string, string>>;

const FLOW: Actor = { kind: "system", name: "Shopify Flow" };

const refuse = (field: string, message: string): Refused => ({ refused: [{ field, code: "INVALID", message }] });

/** By SKU, title or line item id; the only line where none is named. */
function lineOf({ order }: OrderInHand, name: string | undefined): LineRead | null {
  const { nodes } = order.lineItems;
  if (name === undefined) return nodes.length === 1 ? (nodes[0] ?? null) : null;
  const found = nodes.filter((line) => line.sku === name || line.title === name || line.id === name || line.id.endsWith(`/${name}`));
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function named(app: App, { shop, orderId, line: name }: LineNamed): Promise<Readonly<{ inHand: OrderInHand; line: LineRead }> | NotFound | Refused> {
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  const line = lineOf(inHand, name);
  return line ? { inHand, line } : refuse("line", name === undefined ? "names no item, and the order has several" : "names no item of the order, or several");
}

/** Decides a line; nothing is written. */
export async function decideForFlow(app: App, about: LineNamed): Promise<FlowResult | NotFound | Refused> {
  const found = await named(app, about);
  if (!("line" in found)) return found;
  const quote = quoteLine(found.inHand, found.line, { request: { reason: about.reason }, quantity: about.quantity, originalBuyer: true }, app.now().toISOString());
  if ("errors" in quote) return { refused: quote.errors.map(({ path, message }) => ({ field: path.includes("Quantity") ? "quantity" : path, code: "INVALID", message })) };
  const { decision, claim } = quote, first = decision.remedies.find(({ status }) => status === "open") ?? decision.remedies[0];
  return {
    outcome: decision.outcome, remedy: first?.remedy ?? "", amount: first?.refund?.amount ?? "", currency: first?.refund?.currency ?? "", until: first?.until?.slice(0, 10) ?? "",
    text: accountText(explain(decision, found.inHand.policy.inForce, claim).staff.filter(({ id }) => id === "answer" || id === "refused" || id === first?.remedy)), clauses: (first?.because ?? decision.declined.flatMap(({ because }) => because)).join(", "),
  };
}

/** Opens a case as a customer would: what the policy declines is told and not opened. */
export async function openForFlow(app: App, about: LineNamed & Readonly<{ note?: string | undefined }>): Promise<FlowResult | NotFound | Refused> {
  const { shop, orderId, runId, reason, quantity, note = "" } = about, key = `flow/${runId}`, known = await rmaByKey(app.db.prisma, shop, key);
  if (known) return { rma_number: known.number, state: known.state, text: "" };
  const found = await named(app, about);
  if (!("line" in found)) return found;
  const result = await requestReturn(app, { shop, orderId, actor: FLOW, lines: [{ lineId: found.line.id, quantity, request: { reason }, originalBuyer: true, note }], key });
  if ("rma" in result) return { rma_number: result.rma.number, state: result.rma.state, text: "" };
  if (!("declined" in result)) return result;
  return { rma_number: "", state: "declined", text: [...new Set(result.declined.lines.flatMap(({ decision }) => decision.declined.map(({ says, because }) => `${says} [${because.join(", ")}]`)))].join(" ") };
}

async function withRma(app: App, { shop, number }: RmaNamed, act: (rma: RmaWithLines) => Promise<RmaResult>): Promise<FlowResult | NotFound | Refused> {
  const rma = await rmaByNumber(app.db.prisma, shop, number);
  if (!rma) return { notFound: "return" };
  const result = await act(rma);
  return "refused" in result ? result : { state: result.rma.state };
}

/** A request that is approved already stays so. */
export const approveForFlow = (app: App, about: RmaNamed): Promise<FlowResult | NotFound | Refused> =>
  withRma(app, about, async (rma) => (rma.state === "approved" ? { rma } : approveRma(app, { shop: about.shop, rmaId: rma.id, actor: FLOW })));

export const declineForFlow = (app: App, about: RmaNamed & Readonly<{ reason?: string | undefined }>): Promise<FlowResult | NotFound | Refused> =>
  withRma(app, about, async (rma) => (rma.state === "declined" ? { rma } : declineRma(app, { shop: about.shop, rmaId: rma.id, actor: FLOW, ...(about.reason ? { reason: about.reason } : {}) })));

/** A note of a run that was sent before is there already. */
export const noteForFlow = (app: App, about: RmaNamed & Readonly<{ note: string }>): Promise<FlowResult | NotFound | Refused> =>
  withRma(app, about, async (rma) => {
    const { shop, runId, note } = about, entries = await entriesOf(app.db.prisma, shop, rma.id);
    if (!entries.some(({ data }) => (data as { runId?: string } | null)?.runId === runId)) await addEntry(app.db.prisma, { shop, rmaId: rma.id, at: app.now(), by: FLOW.name, kind: "note", text: note, data: { runId } });
    return { rma };
  });
