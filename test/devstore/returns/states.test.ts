import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { CREATE, ordersUnderTest, PROCESS, RETURN, shipAll, simpleOrder, type Json, type OrdersUnderTest } from "../orders/ordersUnderTest.ts";

const ERRORS = "userErrors { field message code }";
const OPS = {
  approve: `mutation A($id: ID!) { returnApproveRequest(input: { id: $id }) { return { id } ${ERRORS} } }`,
  decline: `mutation D($id: ID!) { returnDeclineRequest(input: { id: $id, declineReason: FINAL_SALE, declineNote: "no" }) { return { id } ${ERRORS} } }`,
  cancel: `mutation C($id: ID!) { returnCancel(id: $id) { return { id } ${ERRORS} } }`,
  close: `mutation L($id: ID!) { returnClose(id: $id) { return { id } ${ERRORS} } }`,
  reopen: `mutation R($id: ID!) { returnReopen(id: $id) { return { id } ${ERRORS} } }`,
} as const;
type Op = keyof typeof OPS | "process";

/** Which state an operation leads to; what is not listed is refused. */
const TABLE: Record<string, Partial<Record<Op, string>>> = {
  REQUESTED: { approve: "OPEN", decline: "DECLINED", cancel: "CANCELED" },
  OPEN: { close: "CLOSED", cancel: "CANCELED", process: "OPEN" },
  CLOSED: { reopen: "OPEN" },
  CANCELED: {},
  DECLINED: {},
};
/** What the order shows of its only return (recorded: order-return-status). */
const SHOWN: Record<string, string> = { REQUESTED: "RETURN_REQUESTED", OPEN: "IN_PROGRESS", CLOSED: "RETURNED", CANCELED: "NO_RETURN", DECLINED: "NO_RETURN" };
const REVERSE: Record<string, string[]> = { REQUESTED: [], DECLINED: [], OPEN: ["OPEN"], CLOSED: ["CLOSED"] };
const TOPICS: Record<Op, string> = { approve: "returns/approve", decline: "returns/decline", cancel: "returns/cancel", close: "returns/close", reopen: "returns/reopen", process: "returns/process" };

const REQUEST = `mutation Q($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id name returnLineItems(first: 5) { nodes { id } } } ${ERRORS} } }`;
const READ = `query R($id: ID!) { return(id: $id) { status closedAt requestApprovedAt decline { reason note } order { returnStatus } reverseFulfillmentOrders(first: 5) { nodes { status } } } }`;

let store: OrdersUnderTest;
beforeEach(() => {
  store = ordersUnderTest();
});

async function shipped(): Promise<{ orderId: string; line: string }> {
  const { order } = await store.make(CREATE, simpleOrder("CAD", [{ price: "10.00", quantity: 4 }])) as unknown as { order: Json };
  const [line] = await shipAll(store, order);
  return { orderId: String(order["id"]), line: String(line) };
}

async function requested(): Promise<{ id: string; lineId: string }> {
  const { orderId, line } = await shipped();
  const { return: ret } = await store.make(REQUEST, { input: { orderId, returnLineItems: [{ fulfillmentLineItemId: line, quantity: 2, returnReason: "OTHER", customerNote: "too loud" }] } }) as unknown as { return: Json };
  return { id: String(ret["id"]), lineId: String(ret["returnLineItems"]?.["nodes"]?.[0]?.["id"]) };
}

const run = (op: Op, made: { id: string; lineId: string }): Promise<Json> =>
  op === "process" ? store.errorsOf(PROCESS, { input: { returnId: made.id, returnLineItems: [{ id: made.lineId, quantity: 1 }] } }) : store.errorsOf(OPS[op], { id: made.id });

describe("states of a return", () => {
  it("every operation in every state leads where the table says, or is refused and changes nothing", async () => {
    const seen = new Set<string>();
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom<Op>("approve", "decline", "cancel", "close", "reopen", "process"), { minLength: 1, maxLength: 7 }), async (ops) => {
      const made = await requested();
      let state = "REQUESTED";
      let processed = 0;
      for (const op of ops) {
        const told = store.told.length;
        const errors = await run(op, made);
        const allowed = op === "cancel" && processed > 0 ? undefined : op === "process" && processed === 2 ? undefined : TABLE[state]?.[op];
        seen.add(`${state} ${op} ${allowed ?? "refused"}`);
        expect(errors.length, `${state} ${op}`).toBe(allowed ? 0 : 1);
        if (allowed) state = allowed;
        if (allowed && op === "process") processed += 1;
        expect(store.told.slice(told).some((t) => t.topic === TOPICS[op])).toBe(allowed !== undefined);
        const ret = (await store.ask(READ, { id: made.id }))["return"] as Json;
        expect(ret["status"]).toBe(state);
        expect(ret["order"]?.["returnStatus"]).toBe(SHOWN[state]);
        expect(ret["closedAt"] !== null).toBe(state === "CLOSED");
        if (REVERSE[state]) expect((ret["reverseFulfillmentOrders"]?.["nodes"] as unknown as Json[]).map((r) => r["status"])).toEqual(REVERSE[state]);
      }
    }), { numRuns: 150, seed: 4 });
    const legal = Object.entries(TABLE).flatMap(([state, ops]) => Object.entries(ops).map(([op, to]) => `${state} ${op} ${to}`));
    expect([...seen]).toEqual(expect.arrayContaining(legal));
    expect([...seen].filter((s) => s.endsWith("refused")).length).toBeGreaterThan(15);
  });

  it.each([
    ["approve", "Return is not approvable. Only returns with status REQUESTED can be approved."],
    ["decline", "Return is not declinable. Only non-refunded returns with status REQUESTED can be declined."],
  ] as const)("%s of an open return says why not", async (op, message) => {
    const made = await requested();
    await run("approve", made);
    expect(await run(op, made)).toEqual([{ field: ["input", "id"], message, code: "INVALID_STATE" }]);
  });

  it("declining keeps reason and note, and gives the quantity back", async () => {
    const made = await requested();
    await run("decline", made);
    expect((await store.ask(READ, { id: made.id }))["return"]?.["decline"]).toEqual({ reason: "FINAL_SALE", note: "no" });
    expect(await run("decline", made)).toEqual([{ field: ["input", "id"], message: "The return is already declined.", code: "INVALID_STATE" }]);
  });

  it("returns are numbered by order, whatever became of the ones before", async () => {
    const { orderId, line } = await shipped();
    const names: unknown[] = [];
    for (const op of ["decline", "cancel", "approve"] as const) {
      const { return: ret } = await store.make(REQUEST, { input: { orderId, returnLineItems: [{ fulfillmentLineItemId: line, quantity: 4, returnReason: "OTHER" }] } }) as unknown as { return: Json };
      names.push(ret["name"]);
      await store.make(OPS[op], { id: ret["id"] });
    }
    expect(names).toEqual(["#1001-R1", "#1001-R2", "#1001-R3"]);
  });

  it("an open return uses up its quantity, a new one may have the rest", async () => {
    const { orderId, line } = await shipped();
    const create = (quantity: number) => store.errorsOf(RETURN, { returnInput: { orderId, returnLineItems: [{ fulfillmentLineItemId: line, quantity, returnReason: "OTHER" }] } });
    expect(await create(3)).toEqual([]);
    expect(await create(2)).toEqual([{ field: ["returnInput", "returnLineItems", "0", "quantity"], message: "Return line item has an invalid quantity.", code: "INVALID" }]);
    expect(await create(1)).toEqual([]);
    expect((await store.ask("query F($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { id } } }", { id: orderId }))["returnableFulfillments"]?.["nodes"]).toEqual([]);
  });

  it("two entries of one line count together", async () => {
    const { orderId, line } = await shipped();
    const entry = (quantity: number) => ({ fulfillmentLineItemId: line, quantity, returnReason: "OTHER" });
    const errors = await store.errorsOf(RETURN, { returnInput: { orderId, returnLineItems: [entry(3), entry(2)] } });
    expect(errors).toEqual([{ field: ["returnInput", "returnLineItems", "1", "quantity"], message: "Return line item has an invalid quantity.", code: "INVALID" }]);
  });
});

describe("reasons", () => {
  it("an old reason and its definition are the same reason", async () => {
    const { orderId, line } = await shipped();
    const made = async (input: object): Promise<Json> => {
      const { return: ret } = await store.make(RETURN, { returnInput: { orderId, returnLineItems: [{ fulfillmentLineItemId: line, quantity: 1, ...input }] } }) as unknown as { return: Json };
      return (await store.ask("query L($id: ID!) { return(id: $id) { returnLineItems(first: 1) { nodes { ... on ReturnLineItem { returnReason returnReasonNote returnReasonDefinition { handle } } } } } }", { id: ret["id"] }))["return"]?.["returnLineItems"]?.["nodes"]?.[0] as Json;
    };
    expect(await made({ returnReason: "DEFECTIVE", returnReasonNote: "hums" })).toEqual({ returnReason: "DEFECTIVE", returnReasonNote: "hums", returnReasonDefinition: { handle: "damaged-or-defective" } });
    expect(await made({ returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/4" })).toEqual({ returnReason: "WRONG_ITEM", returnReasonNote: "", returnReasonDefinition: { handle: "received-the-wrong-item" } });
  });
});
